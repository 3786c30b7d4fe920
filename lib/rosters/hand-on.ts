import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { give } from "@/lib/assignment/assign"
import type { Need } from "@/lib/assignment/decision"
import { readRoster } from "@/lib/assignment/read-roster"

const AT_ONCE = 500
const NOW = sql`clock_timestamp()`

/** Whoever has a roster, and by it works no shift now and is not on call. */
const GONE_HOME = sql`${staff.shiftUntil} is not null
  and ${NOW} not between ${staff.shiftFrom} and ${staff.shiftUntil}
  and (${staff.onCallUntil} is null or ${NOW} not between ${staff.onCallFrom} and ${staff.onCallUntil})`

/** Given to them by a rule, and not by a supervisor, who knows what no rule does. */
const BY_RULE = sql`(select kind = 'assigned' from ${requestEvents} given
  where given.request_id = ${serviceRequests.id} and given.kind in ('assigned', 'reassigned')
  order by given.id desc limit 1)`

/**
 * What those have not begun whose shift is over goes to others who are there, if there are any; otherwise it stays with
 * whom it is. Emergencies are on their ladder. The caller holds the assignment lock.
 */
export async function handOnFromGone(tx: Tx): Promise<void> {
  const { roster } = await readRoster(tx)
  const takeable = roster.takeable("normal")
  if (takeable.length === 0) return
  const left = await unbegun(tx, sql`${`{${takeable.join()}}`}::category[]`)
  const given = left.flatMap((need) => roster.give(need) ?? [])
  if (given.length === 0) return
  await free(
    tx,
    given.map(({ requestId }) => requestId),
  )
  await give(tx, given)
}

const unbegun = (tx: Tx, categories: SQL) =>
  tx.execute<Need & Record<string, unknown>>(sql`
    select ${serviceRequests.id} as "requestId", category, priority, premises ->> 'postcode' as postcode
    from ${serviceRequests} join ${staff} on ${staff.accountId} = ${serviceRequests.assigneeId}
    where status = 'pending' and priority <> 'emergency' and category = any(${categories}) and ${GONE_HOME} and ${BY_RULE}
    order by priority, ${serviceRequests.id} limit ${AT_ONCE}
    for update of ${serviceRequests}`)

const free = (tx: Tx, ids: readonly string[]) =>
  tx.execute(sql`
    with left_by as (
      select ${serviceRequests.id}, ${accounts.id} as person, ${accounts.name}
      from ${serviceRequests} join ${accounts} on ${accounts.id} = ${serviceRequests.assigneeId}
      where ${serviceRequests.id} = any(${`{${ids.join()}}`}::uuid[])
    ), freed as (
      update ${serviceRequests} set assignee_id = null from left_by where ${serviceRequests.id} = left_by.id
      returning left_by.*
    )
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    select id, 'unassigned', jsonb_build_object('assigneeId', person, 'assigneeName', name), true from freed`)
