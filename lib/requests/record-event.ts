import { sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { type Actor, authorOf } from "@/lib/model/actor"
import { type EventData, type EventKind, isForCustomers } from "@/lib/model/event"

/**
 * Writes an event into a request's timeline, in the transaction of the change it tells of. A trigger copies it to the
 * audit log. Customers see it if they may see its kind.
 */
export function record<K extends EventKind>(
  tx: Tx,
  actor: Actor,
  requestId: string,
  kind: K,
  data: EventData[K],
  visibleToCustomer = isForCustomers(kind),
) {
  return tx.insert(requestEvents).values({ requestId, ...authorOf(actor), kind, data, visibleToCustomer })
}

/** Columns of `request_events` that hold the author, for statements written in SQL; `authorSql` gives their values. */
export const AUTHOR = sql.raw("actor_id, api_key_id, address")

/** Values for the columns of `AUTHOR`. */
export const authorSql = (actor: Actor) => {
  const { actorId, apiKeyId, address } = authorOf(actor)
  return sql`${actorId}::uuid, ${apiKeyId}::uuid, ${address}::text`
}
