import { readWhyNobody } from "@/lib/dispatch/assignment/waiting"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { listRequests } from "@/lib/requests/list-requests"
import type { QueueFilter } from "./contract"

/** What nobody has, in the order in which it is given out, each with the reason. */
export async function getQueue(actor: Actor, paging: QueueFilter) {
  permit(actor, "team.read")
  const { items, next } = await listRequests(actor, { ...paging, assignee: "nobody", status: "open" })
  const reasons = await readWhyNobody(items)
  return { items: items.map((it) => ({ ...it, why: reasons.get(it.id) ?? "" })), next }
}
