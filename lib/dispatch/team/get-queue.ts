import { readWhyUnassigned } from "@/lib/dispatch/assignment/why-unassigned"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { listRequests } from "@/lib/requests/list-requests"
import type { QueueFilter } from "./contract"

/**
 * Returns a page of the open requests that are unassigned, in the order in which they are assigned, each with the reason.
 * @throws AppError `forbidden` unless the actor may read the team.
 */
export async function getQueue(actor: Actor, paging: QueueFilter) {
  permit(actor, "team.read")
  const { items, next } = await listRequests(actor, { ...paging, assignee: "nobody", status: "open" })
  const reasons = await readWhyUnassigned(items)
  return { items: items.map((it) => ({ ...it, why: reasons.get(it.id) ?? "" })), next }
}
