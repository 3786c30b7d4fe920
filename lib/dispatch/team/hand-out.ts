import { inArray } from "drizzle-orm"
import { db } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { assignRequest, findAssignee } from "@/lib/dispatch/assign-request"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { expectedOf } from "@/lib/platform/expected"
import type { HandedOut, HandOut } from "./contract"

/** Gives several requests to somebody, each in its own transaction: one that changed meanwhile holds up no other. */
export async function handOutRequests(actor: Actor, { requests, assigneeId, note }: HandOut): Promise<HandedOut> {
  permit(actor, "request.assign")
  const { name } = await findAssignee(db, assigneeId)
  const references = await referencesOf(requests.map(({ id }) => id))
  const items: HandedOut["items"] = []
  let isOver = false
  for (const { id, version } of requests) {
    const reference = references.get(id) ?? null
    const problem: AppError | undefined = isOver
      ? NOT_TRIED
      : await tryToGive(() => assignRequest(actor, { id, version, assigneeId, note }))
    isOver ||= problem?.code === "unavailable"
    const sentence = problem ? `${reference ?? id}: ${problem.message}` : `${reference} assigned to ${name}`
    items.push({ id, reference, given: problem === undefined, sentence })
  }
  return { items }
}

/** Once the database does not answer, the others would wait in vain. */
const NOT_TRIED = new AppError("unavailable", "Not tried: the database is not responding.")

async function tryToGive(give: () => Promise<unknown>): Promise<AppError | undefined> {
  try {
    await give()
  } catch (thrown) {
    const expected = expectedOf(thrown)
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
