import { sql } from "drizzle-orm"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { becauseSql } from "@/lib/requests/because-sql"
import { FEW } from "./join-of"
import { separatedSql } from "./separated-sql"

/**
 * Somebody is on the way to an emergency: what the same source has reported from other places is handled on its own from
 * now on, and escalated with the queue. Of a flood these are the ten at most where someone is unwell, or the oldest; the rest
 * joins the first of them, and goes on in the same way once somebody has that one. Returns whether there was any.
 */
export async function releaseReports(tx: AssignmentTx, lead: string): Promise<boolean> {
  const released = await tx.execute(sql`
    with elsewhere as (
      select r.id, coalesce(r.anyone_unwell, false) as is_grave from ${serviceRequests} r
      where r.joined_to = ${lead} and r.${OPEN_ROWS} and ${becauseSql(sql`r.id`)} = 'filer'
      order by is_grave desc, r.id for update
    ), ranked as (
      select id, is_grave, row_number() over (order by is_grave desc, id) as rank, count(*) over () as times from elsewhere
    ), heirs as (
      select id, rank from ranked where rank <= ${FEW} and (rank = 1 or is_grave or times <= ${FEW})
    ), moved as (
      update ${serviceRequests} set version = version + 1, updated_at = now(),
        joined_to = case when exists (select from heirs where heirs.id = ${serviceRequests.id}) then null
          else (select id from heirs where rank = 1) end
      where ${serviceRequests.id} in (select id from elsewhere)
      returning ${serviceRequests.id}, ${serviceRequests.joinedTo}
    ), ${separatedSql(sql`select id from heirs`)}
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    select id, case when joined_to is null then 'separated'::event_kind else 'joined' end,
      case when joined_to is null then jsonb_build_object('from', ${lead}::uuid)
        else jsonb_build_object('to', joined_to, 'because', 'filer') end, true from moved
    returning request_id`)
  return released.length > 0
}
