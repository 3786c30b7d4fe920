import { sql } from "drizzle-orm"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { becauseSql } from "@/lib/requests/because-sql"
import { FEW } from "./join-of"
import { separatedSql } from "./separated-sql"

/**
 * Somebody is on the way to an emergency: what the same source has reported from other places is handled on its own from
 * now on, and escalated with the queue, unless it is a flood. Returns whether there was any.
 */
export async function releaseReports(tx: AssignmentTx, lead: string): Promise<boolean> {
  const released = await tx.execute(sql`
    with elsewhere as (
      select r.id from ${serviceRequests} r
      where r.joined_to = ${lead} and r.${OPEN_ROWS} and ${becauseSql(sql`r.id`)} = 'filer'
      order by r.id limit ${FEW + 1} for update
    ), released as (
      update ${serviceRequests} set joined_to = null, version = version + 1, updated_at = now()
      where ${serviceRequests.id} in (select id from elsewhere) and (select count(*) from elsewhere) <= ${FEW}
      returning ${serviceRequests.id}
    ), ${separatedSql(sql`select id from released`)}
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    select id, 'separated', jsonb_build_object('from', ${lead}::uuid), true from released returning request_id`)
  return released.length > 0
}
