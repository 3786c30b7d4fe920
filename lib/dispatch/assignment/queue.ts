import { sql } from "drizzle-orm"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"

/**
 * What waits for somebody. Nobody works for an address that may be made up: a customer's requests wait until a mailed
 * link was followed. Emergencies never do. Asked under the assignment lock, which following the link takes too, so that
 * none is missed.
 */
export const UNASSIGNED = sql`${serviceRequests.assigneeId} is null and not ${serviceRequests.unconfirmed} and ${OPEN_ROWS}`

/** Whether anything waits that somebody could be given, as `waits`. */
export const ASK_UNASSIGNED = sql`select exists(select 1 from ${serviceRequests} where ${UNASSIGNED}) as waits`

const IN_TURN = sql`${UNASSIGNED} and ${serviceRequests.priority} > 'emergency'`

/** The categories of what waits for its turn. Emergencies take none: they go up their ladder. */
export const QUEUED_CATEGORIES = sql`case when exists (select 1 from ${serviceRequests} where ${IN_TURN}) then (
  select string_agg(kind::text, ',') from unnest(enum_range(null::category)) kind
  where exists (select 1 from ${serviceRequests} where ${IN_TURN} and ${serviceRequests.category} = kind)) end`
