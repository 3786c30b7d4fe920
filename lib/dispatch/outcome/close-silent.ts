import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { readOutcomeDays } from "@/lib/requests/outcome-days"
import { AUTHOR } from "@/lib/requests/record-event"

const BATCH = 500
/** Days after which nobody is told any more: the release before closed nothing by itself, and has left all of it. */
const NEWS_DAYS = 2

/**
 * The job that closes resolved requests about which nothing was said or done for the days of the setting. One statement and
 * commit for each batch; those that somebody changes meanwhile are left to the next run.
 */
export async function closeSilent(): Promise<void> {
  const { closeDays } = await readOutcomeDays()
  let closed: number
  do closed = (await db.execute(closeSql(closeDays))).length
  while (closed === BATCH)
}

const closeSql = (days: number) => sql`
  with closed as (
    update ${serviceRequests} set status = 'closed', version = version + 1, updated_at = now()
    from (
      select id as due, updated_at < now() - make_interval(days => ${days + NEWS_DAYS}::int) as is_old from ${serviceRequests}
      where status = 'resolved' and updated_at < now() - make_interval(days => ${days}::int)
      order by updated_at, id limit ${BATCH} for update skip locked) silent
    where id = due
    returning id, is_old
  )
  insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
  select id, 'moved', null, null, null, jsonb_build_object('from', 'resolved', 'to', 'closed',
    'because', case when is_old then 'long_silence' else 'silence' end), true from closed
  returning request_id`
