import { type SQL, type SQLWrapper, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"

/**
 * The id of the event that tells which danger a request's words speak of: how it was filed, or what its customer has added
 * or corrected since, whichever is later.
 */
export const dangerEventSql = (requestId: SQLWrapper | string): SQL => sql`(
  select max(told.id) from ${requestEvents} told
  where told.request_id = ${requestId} and told.kind in ('filed', 'noted', 'messaged', 'corrected') and told.data ? 'hazard')`
