import { type SQL, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"

/** So much of what was added is shown at once. The request's page has all of it. */
const MOST_NOTES = 5

/** What the customer of a request has added since somebody acknowledged it, the latest first; null for nothing. */
export const unconfirmedNotesSql = (requestId: SQL): SQL<string | null> => sql`(
  select string_agg(note, ${"\n"} order by id desc) from (
    select e.id, e.data ->> 'note' as note from ${requestEvents} e where e.request_id = ${requestId} and e.kind = 'noted'
      and e.visible_to_customer and e.id > coalesce((select max(done.id) from ${requestEvents} done
        where done.request_id = ${requestId} and done.kind = 'acknowledged'), 0)
    order by e.id desc limit ${MOST_NOTES}) unconfirmed)`
