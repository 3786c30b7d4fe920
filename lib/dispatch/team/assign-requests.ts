import { inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { assignRequest, findAssignee } from "@/lib/dispatch/assign-request"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { toAppError } from "@/lib/platform/to-app-error"
import type { AssignRequests, AssignRequestsResult } from "./contract"

/**
 * Assigns several requests to one member of staff, each in a transaction of its own, so that one that changed meanwhile
 * holds up no other. Returns for each whether it was assigned, and a sentence that says so.
 * @throws AppError `forbidden` unless the actor may assign, `invalid` when the assignee cannot work.
 */
export async function assignRequests(
  actor: Actor,
  { requests, assigneeId, note }: AssignRequests,
): Promise<AssignRequestsResult> {
  permit(actor, "request.assign")
  const { name } = await findAssignee(db, assigneeId)
  const references = await referencesOf(requests.map(({ id }) => id))
  const items: AssignRequestsResult["items"] = []
  let isOver = false
  for (const { id, version } of requests) {
    const reference = references.get(id) ?? null
    const problem: AppError | undefined = isOver
      ? NOT_TRIED
      : await tryToAssign(() => assignRequest(actor, { id, version, assigneeId, note }))
    isOver ||= problem?.code === "unavailable"
    const sentence = problem ? `${reference ?? id}: ${problem.message}` : `${reference} assigned to ${name}`
    items.push({ id, reference, given: problem === undefined, sentence })
  }
  return { items }
}

/** Once the database does not answer, trying the others would only take longer. */
const NOT_TRIED = new AppError("unavailable", "Not tried: the database is not responding.")

async function tryToAssign(assign: () => Promise<unknown>): Promise<AppError | undefined> {
  try {
    await assign()
  } catch (thrown) {
    const expected = toAppError(thrown)
    if (!expected) throw thrown
    return expected
  }
}

async function referencesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: serviceRequests.id, reference: serviceRequests.reference })
    .from(serviceRequests)
    .where(inArray(serviceRequests.id, [...ids]))
  return new Map(rows.map(({ id, reference }) => [id, reference]))
}
