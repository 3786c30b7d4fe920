import { sql } from "drizzle-orm"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"

/**
 * True of requests in the unassigned queue. A request waits outside of it until its customer has confirmed their email
 * address, since the address may be made up; emergencies never wait for that. One that joined another is handled with
 * it. Read it under the assignment lock, which
 * confirming takes too, so that no request is missed.
 */
export const UNASSIGNED = sql`${serviceRequests.assigneeId} is null and not ${serviceRequests.unconfirmed}
  and ${serviceRequests.joinedTo} is null and ${OPEN_ROWS}`

/** Asks whether the unassigned queue holds anything, as `waits`. */
export const ASK_UNASSIGNED = sql`select exists(select 1 from ${serviceRequests} where ${UNASSIGNED}) as waits`

/** Emergencies do not queue: they are escalated. */
const IN_TURN = sql`${UNASSIGNED} and ${serviceRequests.priority} > 'emergency'`

/** The categories in the unassigned queue, with commas between them; null when it is empty. */
export const QUEUED_CATEGORIES = sql`case when exists (select 1 from ${serviceRequests} where ${IN_TURN}) then (
  select string_agg(kind::text, ',') from unnest(enum_range(null::category)) kind
  where exists (select 1 from ${serviceRequests} where ${IN_TURN} and ${serviceRequests.category} = kind)) end`

/** Account ids of those whom the request was unassigned from by hand, as JSON: the rules do not assign it to them again. */
export const UNASSIGNED_FROM = sql<string[]>`coalesce((
  select json_agg(data ->> 'assigneeId') from ${requestEvents}
  where request_id = ${serviceRequests.id} and kind = 'unassigned' and data ->> 'because' = 'by_hand'), '[]')`
