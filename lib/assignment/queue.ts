import { sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"

const LOCK = 7_461_001

/**
 * Held to the end of the transaction by whoever assigns, so that each choice sees the one before it.
 * Take it before locking any row that assignment writes, or two transactions can wait for each other.
 */
export const ASSIGNMENT_LOCK = sql`select pg_advisory_xact_lock(${sql.raw(String(LOCK))})`

/** Nobody works for an address that may be made up: a customer's requests wait until a mailed link was followed. */
const CONFIRMED = sql`exists (
    select 1 from ${accounts} customer
    where customer.id = ${serviceRequests.customerId} and customer.email_verified_at is not null)`

const WITH_NOBODY = sql`${serviceRequests.assigneeId} is null and ${OPEN_ROWS}`

/**
 * What waits for somebody. Emergencies never wait for a confirmation. Asked under the assignment lock, which following
 * the link takes too, so that none is missed.
 */
export const WAITING = sql`${WITH_NOBODY} and (${serviceRequests.priority} = 'emergency' or ${CONFIRMED})`

/** Whether anything waits that somebody could be given, as `waits`. */
export const ASK_WAITING = sql`select exists(select 1 from ${serviceRequests} where ${WAITING}) as waits`

/** Whether anything waits for its turn. Emergencies take none: they go up their ladder. */
export const HAS_QUEUE = sql`exists(
  select 1 from ${serviceRequests} where ${WITH_NOBODY} and ${serviceRequests.priority} <> 'emergency' and ${CONFIRMED})`
