import { sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { type Actor, authorOf } from "@/lib/model/actor"
import type { EventData, EventKind } from "@/lib/model/event"

/** Writes what happened into the timeline, in the transaction that made it happen. */
export function record<K extends EventKind>(
  tx: Tx,
  actor: Actor,
  requestId: string,
  kind: K,
  data: EventData[K],
  visibleToCustomer = true,
) {
  return tx.insert(requestEvents).values({ requestId, ...authorOf(actor), kind, data, visibleToCustomer })
}

/** The same for statements written in SQL: the columns that say who did it, and their values. */
export const AUTHOR = sql.raw("actor_id, api_key_id, address")

export const author = (actor: Actor) => {
  const { actorId, apiKeyId, address } = authorOf(actor)
  return sql`${actorId}::uuid, ${apiKeyId}::uuid, ${address}::text`
}
