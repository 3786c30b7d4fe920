import { type SQL, sql } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { ON_CALL_NOW } from "@/lib/dispatch/rosters/windows"
import type { Actor } from "@/lib/model/actor"
import type { EventData } from "@/lib/model/event"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"
import type { AssignmentTx } from "./lock"

/** True of requests that nobody has begun to work on. */
export const UNBEGUN = sql`${serviceRequests.status} = 'pending'`

/**
 * Which of somebody's requests are unassigned. `uncalled`: those not begun, except emergencies while they are on call,
 * as they are whether or not they take other requests. `unbegun`: those not begun. `open`: of somebody who left, also
 * those they had begun.
 */
const UNASSIGNABLE = {
  uncalled: sql`${UNBEGUN} and not (${serviceRequests.priority} = 'emergency' and ${ON_CALL_NOW})`,
  unbegun: UNBEGUN,
  open: OPEN_ROWS,
}

/** Returns such requests of one member of staff to the unassigned queue, in the name of the actor; gives their ids. */
export const unassignFrom = (
  tx: AssignmentTx,
  actor: Actor,
  member: { id: string },
  which: keyof typeof UNASSIGNABLE,
): Promise<string[]> =>
  unassign(tx, sql`${serviceRequests.assigneeId} = ${member.id} and ${UNASSIGNABLE[which]}`, authorSql(actor))

/**
 * Returns to the unassigned queue the requests of which `which` is true; it may ask about the assignee's account and
 * staff row, too. The author of the events is nobody by default. The assignee of an emergency is taken off the list of
 * those whom it was offered to in vain, so that it may be offered to them again. Gives the ids of all.
 */
export async function unassign(
  tx: AssignmentTx,
  which: SQL,
  by = sql`null::uuid, null::uuid, null::text`,
  because?: EventData["unassigned"]["because"],
): Promise<string[]> {
  const rows = await tx.execute<{ id: string }>(sql`
  with freed as (
    update ${serviceRequests} set assignee_id = null, version = ${serviceRequests.version} + 1, updated_at = now()
    from ${accounts} join ${staff} on ${staff.accountId} = ${accounts.id}
    where ${serviceRequests.assigneeId} = ${accounts.id} and ${which}
    returning ${serviceRequests.id}, ${accounts.id} as person, ${accounts.name}
  ), spared as (
    update ${emergencies} set offered = array_remove(offered, person) from freed where request_id = freed.id
  )
  insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
  select id, 'unassigned', ${by}, jsonb_strip_nulls(jsonb_build_object(
    'assigneeId', person, 'assigneeName', name, 'because', ${because ?? null}::text)), true from freed
  returning request_id as id`)
  return rows.map(({ id }) => id)
}
