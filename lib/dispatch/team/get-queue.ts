import { readWhyUnassigned } from "@/lib/dispatch/assignment/why-unassigned"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { listRequests } from "@/lib/requests/list"
import type { QueueFilter } from "./contract"

/** What nobody has, in the order in which it is given out, each with the reason. */
export async function getQueue(actor: Actor, paging: QueueFilter) {
  permit(actor, "team.read")
  const { items, next } = await listRequests(actor, { ...paging, assignee: "nobody", status: "open" })
  const reasons = await readWhyUnassigned(items)
  return { items: items.map((it) => ({ ...it, why: reasons.get(it.id) ?? "" })), next }
}
