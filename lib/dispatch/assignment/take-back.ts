import { type SQL, sql } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { ON_CALL_NOW } from "@/lib/dispatch/rosters/windows"
import type { Actor } from "@/lib/model/actor"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"

export const UNBEGUN = sql`${serviceRequests.status} = 'pending'`

/**
 * What is taken from somebody who is away: work not yet begun; but no emergencies as long as they are on call, which they
 * are whether or not they take anything else. From somebody who left, also what they had begun.
 */
const TAKEN = {
  uncalled: sql`${UNBEGUN} and not (${serviceRequests.priority} = 'emergency' and ${ON_CALL_NOW})`,
  unbegun: UNBEGUN,
  open: OPEN_ROWS,
}

/** Puts somebody's work back to what waits. The caller holds the assignment lock and assigns what waits. */
export const takeBack = (actor: Actor, person: { id: string }, which: keyof typeof TAKEN): SQL =>
  takingBack(sql`${serviceRequests.assigneeId} = ${person.id} and ${TAKEN[which]}`, authorSql(actor))

/**
 * The same of all requests of which this is so; it may ask about whoever has them, too. Nobody does it by default. An
 * emergency that is taken from somebody they did not let pass, and may come to them again.
 */
export const takingBack = (which: SQL, by = sql`null::uuid, null::uuid, null::text`): SQL => sql`
  with freed as (
    update ${serviceRequests} set assignee_id = null, version = ${serviceRequests.version} + 1, updated_at = now()
    from ${accounts} join ${staff} on ${staff.accountId} = ${accounts.id}
    where ${serviceRequests.assigneeId} = ${accounts.id} and ${which}
    returning ${serviceRequests.id}, ${accounts.id} as person, ${accounts.name}
  ), spared as (
    update ${emergencies} set offered = array_remove(offered, person) from freed where request_id = freed.id
  )
  insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
  select id, 'unassigned', ${by}, jsonb_build_object('assigneeId', person, 'assigneeName', name), true from freed`
