import type { Candidate } from "@/lib/dispatch/assignment/candidate"
import { isOnDuty } from "@/lib/dispatch/assignment/candidate"
import type { Candidates, NewAssignment } from "@/lib/dispatch/assignment/candidates"
import type { RequestToAssign } from "@/lib/model/decision"
import type { EscalationLevel } from "@/lib/model/escalation-level"
import type { EventData } from "@/lib/model/event"

/** An emergency offered to a candidate; on the last level to none in particular, since every supervisor may take it. */
export interface Offer {
  requestId: string
  level: EscalationLevel
  candidate: Candidate | undefined
  /** Only on the level of qualified candidates, where the rules decide. */
  assignment: NewAssignment | undefined
  /** Which round begins with it; undefined within a round. */
  round?: number
}

/**
 * The escalation policy: an emergency is offered to qualified candidates one after the other, then to the supervisors on
 * duty one after the other, then to all supervisors. `offered` are account ids of those who let it pass in this round.
 */
export function nextOffer(candidates: Candidates, request: RequestToAssign, offered: readonly string[]): Offer {
  const { requestId } = request
  const assignment = candidates.assign(request, offered)
  if (assignment) return { requestId, level: "qualified", candidate: assignment.candidate, assignment }
  const candidate = supervisorOnDuty(candidates, offered)
  if (candidate) candidates.addLoad(candidate, request.priority)
  return { requestId, level: candidate ? "supervisor" : "supervisors", candidate, assignment: undefined }
}

/** The supervisor on duty with the smallest load. */
function supervisorOnDuty({ all, at }: Candidates, offered: readonly string[]): Candidate | undefined {
  return all
    .filter(({ role }) => role === "supervisor")
    .filter((candidate) => isOnDuty(candidate, at) && !offered.includes(candidate.id))
    .sort((a, b) => a.emergencies - b.emergencies || a.weight - b.weight || a.turn - b.turn || a.number - b.number)[0]
}

/** The data of the `escalated` event; `from` is the account id of who did not answer, or null if nobody had it before. */
export const escalatedData = (
  { level, candidate, round }: Offer,
  from: string | null = null,
): EventData["escalated"] => ({
  rung: level,
  ...(candidate && { assigneeId: candidate.id, assigneeName: candidate.name }),
  ...(from && { from }),
  ...(round && { round }),
})
