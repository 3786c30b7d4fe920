import type { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { TimelineEntry } from "@/lib/requests/contract"

/** An event that the actor has just written, as the timeline shows it. */
export function entryOf(actor: Actor, event: typeof requestEvents.$inferSelect): TimelineEntry {
  const { id, kind, data, visibleToCustomer, createdAt } = event
  return { id, kind, actor: authorNamed(actor), data: { ...data }, visibleToCustomer, createdAt }
}

function authorNamed({ id, name, key, nameless }: Actor): TimelineEntry["actor"] {
  if (nameless) return null
  return key ? { id: key.id, name, kind: "api_key" } : { id, name, kind: "account" }
}
