import { and, desc, eq, inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { apiKeys } from "@/db/schema/api-keys"
import { assignmentDecisions } from "@/db/schema/dispatch"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { type Decision, REASONS } from "@/lib/model/decision"
import type { EventData } from "@/lib/model/event"
import { recall } from "@/lib/model/kept-decision"
import { authorize } from "@/lib/model/policy"
import { getRequest } from "@/lib/requests/get"
import { replay } from "./choose"
import type { Assignment, NamedPerson } from "./contract"
import { byHandSentence, chosenSentence, escalatedSentence, forgottenSentence, takenSentence } from "./explain-words"
import { readWhyNobody } from "./waiting"

/** Why a request is with whom, or with nobody. */
export async function explainAssignment(actor: Actor, { id }: { id: string }): Promise<Assignment> {
  const request = await getRequest(actor, { id })
  authorize(actor, "request.explain", request)
  const { assignee, waitsFor } = request
  if (!assignee) {
    const why = waitsFor ? (await readWhyNobody([request])).get(id) : undefined
    return { by: "nobody", assignee, sentence: why ?? "Unassigned when it was closed or cancelled.", decision: null }
  }
  const [handed, decision] = await Promise.all([lastHandOver(id), lastDecision(id)])
  if (handed?.kind === "reassigned") {
    const took = handed.actorId === assignee.id
    const sentence = took ? takenSentence(assignee.name) : byHandSentence(assignee.name, handed.by)
    return { by: "hand", assignee, sentence, decision: null }
  }
  // On the upper rungs nobody is weighed: the last decision is about somebody who did not answer.
  if (handed?.kind === "escalated" && (handed.data as EventData["escalated"]).rung !== "qualified")
    return { by: "ladder", assignee, sentence: escalatedSentence(assignee.name), decision: null }
  const people = decision ? await namesOf(numbersIn(decision)) : new Map<number, NamedPerson>()
  const chosen = decision?.eligible.find(({ number }) => number === decision.chosen)
  if (!decision || !chosen || people.get(chosen.number)?.id !== assignee.id)
    return { by: "rules", assignee, sentence: forgottenSentence(assignee.name), decision: null }
  const sentence = chosenSentence(assignee.name, decision, chosen)
  return { by: "rules", assignee, sentence, decision: shown(decision, people) }
}

async function lastHandOver(requestId: string) {
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
    .where(and(eq(requestEvents.requestId, requestId), inArray(requestEvents.kind, [...HANDING])))
    .orderBy(desc(requestEvents.id))
    .limit(1)
  if (!event) return undefined
  const { person, key, ...handed } = event
  return { ...handed, by: person ?? key ?? undefined }
}

/** What says whose a request is from then on. */
const HANDING = ["assigned", "reassigned", "escalated"] as const satisfies (keyof EventData)[]

async function lastDecision(requestId: string): Promise<Decision | undefined> {
  const [row] = await db
    .select({ decision: assignmentDecisions.decision })
    .from(assignmentDecisions)
    .where(eq(assignmentDecisions.requestId, requestId))
    .orderBy(desc(assignmentDecisions.id))
    .limit(1)
  return row && recall(row.decision)
}

const numbersIn = ({ eligible, behind, out }: Decision): number[] => [
  ...eligible.map(({ number }) => number),
  ...behind,
  ...Object.values(out).flat(),
]

/** Decisions know people by their numbers. Whoever is gone since has no name any more. */
async function namesOf(numbers: readonly number[]): Promise<Map<number, NamedPerson>> {
  const rows = await db
    .select({ number: staff.number, id: accounts.id, name: accounts.name })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(inArray(staff.number, [...numbers]))
  return new Map(rows.map(({ number, ...person }) => [number, person]))
}

function shown(decision: Decision, people: Map<number, NamedPerson>): Assignment["decision"] {
  const { priority, strategy, required, at, eligible, behind, chosen } = decision
  return {
    at: new Date(at),
    priority,
    strategy,
    required,
    eligible: eligible.flatMap(({ number, turn: _, onCall = false, ...load }) => {
      const person = people.get(number)
      return person ? [{ person, ...load, onCall }] : []
    }),
    behind: named(behind, people),
    out: REASONS.map((reason) => ({ reason, people: named(decision.out[reason] ?? [], people) })).filter(
      ({ people }) => people.length > 0,
    ),
    same: replay(decision) === chosen,
  }
}

const named = (numbers: readonly number[], people: Map<number, NamedPerson>): NamedPerson[] =>
  numbers.flatMap((number) => people.get(number) ?? []).sort((a, b) => a.name.localeCompare(b.name))
