import { and, desc, eq, inArray, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { assignmentDecisions } from "@/db/schema/dispatch"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { type AssignmentDecision, EXCLUSION_REASONS } from "@/lib/model/decision"
import type { EventData } from "@/lib/model/event"
import { keptDecision } from "@/lib/model/kept-decision"
import type { NamedPerson } from "@/lib/model/person"
import { authorize } from "@/lib/model/policy"
import { seeRequest } from "@/lib/requests/get-request"
import { replay } from "./choose"
import type { Assignment } from "./contract"
import { byHandSentence, chosenSentence, escalatedSentence, forgottenSentence, takenSentence } from "./explain-words"
import { readWhyUnassigned } from "./why-unassigned"

/**
 * Returns why a request is assigned to somebody, or to nobody, with everything that was weighed if the rules decided.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not see why.
 */
export async function explainAssignment(actor: Actor, { id }: { id: string }): Promise<Assignment> {
  const request = await seeRequest(actor, { id })
  authorize(actor, "request.explain", request)
  const { assignee, waitsFor } = request
  if (!assignee) {
    const why = waitsFor ? (await readWhyUnassigned([request])).get(id) : undefined
    const ended = request.joinedTo ? "Handled with an earlier report." : "Unassigned when it was closed or cancelled."
    return { by: "nobody", assignee, sentence: why ?? ended, decision: null }
  }
  const [last, decision] = await Promise.all([lastAssignmentEvent(id), lastDecision(id)])
  if (last?.kind === "reassigned") {
    const took = last.actorId === assignee.id
    const sentence = took ? takenSentence(assignee.name) : byHandSentence(assignee.name, last.by)
    return { by: "hand", assignee, sentence, decision: null }
  }
  // On the levels of supervisors nobody is weighed: the last decision is about somebody who did not answer.
  if (last?.kind === "escalated" && (last.data as EventData["escalated"]).rung !== "qualified")
    return { by: "ladder", assignee, sentence: escalatedSentence(assignee.name), decision: null }
  const people = decision ? await namesOf(numbersIn(decision)) : new Map<number, NamedPerson>()
  const chosen = decision?.eligible.find(({ number }) => number === decision.chosen)
  if (!decision || !chosen || people.get(chosen.number)?.id !== assignee.id)
    return { by: "rules", assignee, sentence: forgottenSentence(assignee.name), decision: null }
  const sentence = chosenSentence(assignee.name, decision, chosen)
  return { by: "rules", assignee, sentence, decision: shown(decision, people) }
}

/** The last event that says whose the request is from then on, with the name of who did it. */
async function lastAssignmentEvent(requestId: string) {
  const [event] = await db
    .select({
      kind: requestEvents.kind,
      data: requestEvents.data,
      actorId: requestEvents.actorId,
      person: accounts.name,
      key: apiKeys.name,
    })
    .from(requestEvents)
    .leftJoin(accounts, eq(accounts.id, requestEvents.actorId))
    .leftJoin(apiKeys, eq(apiKeys.id, requestEvents.apiKeyId))
    .where(and(eq(requestEvents.requestId, requestId), inArray(requestEvents.kind, [...ASSIGNING_KINDS]), PASSED_ON))
    .orderBy(desc(requestEvents.id))
    .limit(1)
  if (!event) return undefined
  const { person, key, ...rest } = event
  return { ...rest, by: person ?? key ?? undefined }
}

/** Not when supervisors are told that whoever has an emergency has not confirmed what came since. */
const PASSED_ON = sql`${requestEvents.data} ->> 'from' is distinct from ${requestEvents.data} ->> 'assigneeId'`

const ASSIGNING_KINDS = ["assigned", "reassigned", "escalated"] as const satisfies (keyof EventData)[]

async function lastDecision(requestId: string): Promise<AssignmentDecision | undefined> {
  const [row] = await db
    .select({ decision: assignmentDecisions.decision })
    .from(assignmentDecisions)
    .where(eq(assignmentDecisions.requestId, requestId))
    .orderBy(desc(assignmentDecisions.id))
    .limit(1)
  return row && keptDecision(row.decision)
}

const numbersIn = ({ eligible, runnersUp, excluded }: AssignmentDecision): number[] => [
  ...eligible.map(({ number }) => number),
  ...runnersUp,
  ...Object.values(excluded).flat(),
]

/** Decisions know candidates by their numbers. Those whose account was deleted since are missing here. */
async function namesOf(numbers: readonly number[]): Promise<Map<number, NamedPerson>> {
  const rows = await db
    .select({ number: staff.number, id: accounts.id, name: accounts.name })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(inArray(staff.number, [...numbers]))
  return new Map(rows.map(({ number, ...person }) => [number, person]))
}

function shown(decision: AssignmentDecision, people: Map<number, NamedPerson>): Assignment["decision"] {
  const { priority, strategy, required, at, eligible, runnersUp, excluded, chosen } = decision
  return {
    at: new Date(at),
    priority,
    strategy,
    required,
    eligible: eligible.flatMap(({ number, turn: _, onCall = false, ...load }) => {
      const person = people.get(number)
      return person ? [{ person, ...load, onCall }] : []
    }),
    behind: named(runnersUp, people),
    out: EXCLUSION_REASONS.map((reason) => ({ reason, people: named(excluded[reason] ?? [], people) })).filter(
      ({ people }) => people.length > 0,
    ),
    same: replay(decision) === chosen,
  }
}

const named = (numbers: readonly number[], people: Map<number, NamedPerson>): NamedPerson[] =>
  numbers.flatMap((number) => people.get(number) ?? []).sort((a, b) => a.name.localeCompare(b.name))
