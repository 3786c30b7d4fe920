import type { Tx } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/auth/actor"
import type { EventData, EventKind } from "./event"

/** Writes what happened into the timeline, in the transaction that made it happen. */
export function record<K extends EventKind>(
  tx: Tx,
  actor: Actor,
  requestId: string,
  kind: K,
  data: EventData[K],
  visibleToCustomer = true,
) {
  return tx.insert(requestEvents).values({ requestId, actorId: actor.id, kind, data, visibleToCustomer })
}
