import { db } from "@/db/client"
import { assignRequest, findAssignee } from "@/lib/dispatch/assign-request"
import { eachRequest } from "@/lib/dispatch/each-request"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
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
  const outcomes = await eachRequest(requests, (it) => assignRequest(actor, { ...it, assigneeId, note }))
  const items = outcomes.map(({ id, reference, problem }) => {
    const sentence = problem ? `${reference ?? id}: ${problem.message}` : `${reference} assigned to ${name}`
    return { id, reference, given: problem === undefined, sentence }
  })
  return { items }
}
