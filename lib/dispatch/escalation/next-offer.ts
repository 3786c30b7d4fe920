import { type Candidate, isOnDuty } from "@/lib/dispatch/assignment/candidate"
import type { Candidates, NewAssignment } from "@/lib/dispatch/assignment/candidates"
import type { RequestToAssign } from "@/lib/model/decision"
import type { EscalationLevel } from "@/lib/model/escalation-level"
import type { EventData } from "@/lib/model/event"

/** To whom an emergency is offered. On the last rung to nobody in particular: every supervisor may take it. */
export interface Offer {
  requestId: string
  rung: EscalationLevel
  person: Candidate | undefined
  given: NewAssignment | undefined
}

/** The next offer of an emergency that those in `offered` have let pass. */
export function nextOffer(crew: Candidates, need: RequestToAssign, offered: readonly string[]): Offer {
  const { requestId } = need
  const given = crew.give(need, offered)
  if (given) return { requestId, rung: "qualified", person: given.person, given }
  const person = supervisorOnDuty(crew, offered)
  if (person) crew.load(person, need.priority)
  return { requestId, rung: person ? "supervisor" : "supervisors", person, given: undefined }
}

/** The supervisor on duty with the least to do. */
function supervisorOnDuty({ people, at }: Candidates, offered: readonly string[]): Candidate | undefined {
  return people
    .filter((person) => person.role === "supervisor" && isOnDuty(person, at) && !offered.includes(person.id))
    .sort((a, b) => a.emergencies - b.emergencies || a.weight - b.weight || a.turn - b.turn || a.number - b.number)[0]
}

/** What the timeline keeps when an emergency goes on: from somebody who did not answer, unless nobody had it before. */
export const escalatedData = ({ rung, person }: Offer, from: string | null = null): EventData["escalated"] => ({
  rung,
  ...(person && { assigneeId: person.id, assigneeName: person.name }),
  ...(from && { from }),
})
