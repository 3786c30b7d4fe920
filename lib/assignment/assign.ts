import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/auth/actor"
import { env } from "@/lib/env"
import type { Category, Priority } from "@/lib/requests/category"
import { AUTHOR, author } from "@/lib/requests/record"
import { STRATEGIES } from "./strategy"

const LOCK = 7_461_001

/**
 * Held to the end of the transaction by whoever assigns, so that each choice sees the one before it.
 * Take it before locking any row that assignment writes, or two transactions can wait for each other.
 */
export const ASSIGNMENT_LOCK = sql`select pg_advisory_xact_lock(${sql.raw(String(LOCK))})`

/**
 * The best person for a request, as `account_id` and `name`, or no row. Eligible are the active, approved, available,
 * skilled for the category and under capacity, which an emergency overrides; the strategy puts them in order.
 */
const bestFor = (category: SQL, priority: SQL) => sql`
  select ${staff.accountId}, ${accounts.name}
  from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
  where ${accounts.state} = 'active' and ${accounts.role} in ('staff', 'supervisor') and ${staff.available}
    and ${category} = any(${staff.categories})
    and (${staff.openRequests} < ${staff.capacity} or ${priority} = 'emergency')
  order by ${STRATEGIES[env().ASSIGNMENT_STRATEGY]} limit 1`

/**
 * Nobody works for an address that may be made up: a customer's requests wait until a mailed link was followed.
 * Emergencies never do. Asked under the assignment lock, which following the link takes too, so that none is missed.
 */
const mayBeAssigned = (customerId: SQL, priority: SQL) => sql`(${priority} = 'emergency' or exists (
  select 1 from ${accounts} customer where customer.id = ${customerId} and customer.email_verified_at is not null))`

/** Whom a customer's request about to be filed goes to. The caller holds the assignment lock. */
export function bestForNew(customerId: string, category: Category, priority: Priority): SQL {
  const urgency = sql`${priority}::priority`
  return sql`
    select best.* from (${bestFor(sql`${category}::category`, urgency)}) best
    where ${mayBeAssigned(sql`${customerId}::uuid`, urgency)}`
}

/** What the timeline keeps of an assignment, made of the columns of a best person. */
export const ASSIGNED = {
  kind: sql`'assigned'::event_kind`,
  data: () =>
    sql`jsonb_build_object('assigneeId', account_id, 'assigneeName', name, 'strategy', ${env().ASSIGNMENT_STRATEGY}::text)`,
}

const WAITING = sql`${serviceRequests.assigneeId} is null and ${OPEN_ROWS}
  and ${mayBeAssigned(sql`${serviceRequests.customerId}`, sql`${serviceRequests.priority}`)}`

/**
 * Gives the most urgent, then oldest, of the waiting requests that somebody can take to the best person for it. Looks
 * for the best once for each kind of request that waits, however many do. The caller holds the assignment lock.
 */
export const assignNext = () => sql`
  with kinds as (
    select distinct category, priority from ${serviceRequests} where ${WAITING}
  ), best as materialized (
    select kinds.*, person.* from kinds cross join lateral (${bestFor(sql`kinds.category`, sql`kinds.priority`)}) person
  ), next as (
    select ${serviceRequests.id}, best.account_id, best.name
    from ${serviceRequests} join best using (category, priority)
    where ${WAITING}
    order by ${serviceRequests.priority}, ${serviceRequests.id} limit 1
    for update of ${serviceRequests}
  ), assigned as (
    update ${serviceRequests} set assignee_id = next.account_id, version = version + 1, updated_at = now()
    from next where ${serviceRequests.id} = next.id
    returning ${serviceRequests.id}, next.account_id, next.name
  )
  insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
  select id, ${ASSIGNED.kind}, ${ASSIGNED.data()}, true from assigned returning request_id`

/** Puts the open work of somebody who cannot go on with it back to what waits. The caller holds the assignment lock. */
export const takeBack = (actor: Actor, person: { id: string; name: string }) => sql`
  with freed as (
    update ${serviceRequests} set assignee_id = null, version = version + 1, updated_at = now()
    where ${serviceRequests.assigneeId} = ${person.id} and ${OPEN_ROWS} returning ${serviceRequests.id}
  )
  insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
  select id, 'unassigned', ${author(actor)},
    ${JSON.stringify({ assigneeId: person.id, assigneeName: person.name })}::jsonb, true from freed`

/** Assigns what waits, for as long as somebody is eligible. The caller holds the assignment lock. */
export async function assignWaiting(tx: Tx): Promise<void> {
  let assigned: readonly unknown[]
  do assigned = await tx.execute(assignNext())
  while (assigned.length > 0)
}

export const lockAssignment = (tx: Tx) => tx.execute(ASSIGNMENT_LOCK)
