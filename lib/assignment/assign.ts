import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { env } from "@/lib/env"
import { STRATEGIES } from "./strategy"

const LOCK = 7_461_001

/**
 * Held to the end of the transaction by whoever assigns, so that each choice sees the one before it.
 * Take it before locking any row that assignment writes, or two transactions can wait for each other.
 */
export const lockAssignment = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(${LOCK}::bigint)`)

/** Active, approved, available, skilled for the category and under capacity, which an emergency overrides. */
const eligible = sql`
  ${accounts.state} = 'active' and ${accounts.role} in ('staff', 'supervisor') and ${staff.available}
  and ${serviceRequests.category} = any(${staff.categories})
  and (${staff.openRequests} < ${staff.capacity} or ${serviceRequests.priority} = 'emergency')`

/** Gives the most urgent, then oldest, of the waiting requests that somebody can take to the best person for it. */
function assignNext(tx: Tx, among: SQL) {
  const strategy = env().ASSIGNMENT_STRATEGY
  return tx.execute<{ id: string }>(sql`
    with next as (
      select ${serviceRequests.id}, best.account_id, best.name
      from ${serviceRequests} cross join lateral (
        select ${staff.accountId}, ${accounts.name}
        from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
        where ${eligible} order by ${STRATEGIES[strategy]} limit 1
      ) best
      where ${serviceRequests.assigneeId} is null and ${serviceRequests.status} = 'pending' and ${among}
      order by ${serviceRequests.priority}, ${serviceRequests.id} limit 1
      for update of ${serviceRequests}
    ), assigned as (
      update ${serviceRequests} set assignee_id = next.account_id, version = version + 1, updated_at = now()
      from next where ${serviceRequests.id} = next.id
      returning ${serviceRequests.id}, next.account_id, next.name
    )
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    select id, 'assigned', jsonb_build_object('assigneeId', account_id, 'assigneeName', name, 'strategy', ${strategy}::text), true
    from assigned returning request_id as id`)
}

/** Assigns one waiting request, if anybody is eligible. The caller holds the assignment lock. */
export const assignOne = (tx: Tx, id: string) => assignNext(tx, sql`${serviceRequests.id} = ${id}`)

/** Assigns what waits, for as long as somebody is eligible. The caller holds the assignment lock. */
export async function assignWaiting(tx: Tx): Promise<void> {
  let assigned: readonly unknown[]
  do assigned = await assignNext(tx, sql`true`)
  while (assigned.length > 0)
}
