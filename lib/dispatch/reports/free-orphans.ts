import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { drainQueue } from "@/lib/dispatch/assignment/assign-queue"
import { log } from "@/lib/runtime/log"
import { separatedSql } from "./separated-sql"

/**
 * Has reports handled on their own whose emergency has ended or is gone without them, as a version before this one, which
 * knows of no reports, may end it while both serve.
 */
export async function freeOrphans(): Promise<void> {
  try {
    const freed = await db.execute(ORPHANS)
    if (freed.length > 0) await drainQueue()
  } catch (err) {
    log.warn({ err }, "reports that joined an emergency could not be checked; trying again")
  }
}

const ORPHANS = sql`
  with orphans as (
    select ${serviceRequests.id}, ${serviceRequests.joinedTo} as lead from ${serviceRequests}
    where ${serviceRequests.joinedTo} is not null and ${OPEN_ROWS} and not exists (
      select from ${serviceRequests} lead where lead.id = ${serviceRequests.joinedTo}
        and lead.status in ('pending', 'in_progress', 'on_hold'))
    order by id for update of ${serviceRequests} skip locked
  ), freed as (
    update ${serviceRequests} set joined_to = null, version = version + 1, updated_at = now()
    from orphans where orphans.id = ${serviceRequests.id} returning ${serviceRequests.id}, lead
  ), ${separatedSql(sql`select id from freed`)}
  insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
  select id, 'separated', jsonb_build_object('from', lead), true from freed returning request_id`
