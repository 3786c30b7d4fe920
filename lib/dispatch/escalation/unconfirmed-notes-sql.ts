import { type SQL, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"
import { writtenByCustomerSql } from "@/lib/requests/written-by-customer-sql"

/** So much of what was added is shown at once. The request's page has all of it. */
const MOST_NOTES = 5

const BY_CUSTOMER = writtenByCustomerSql(sql`e`)

/** What the customer of a request has added since somebody acknowledged it, the latest first; null for nothing. */
export const unconfirmedNotesSql = (requestId: SQL): SQL<string | null> => sql`(
  select string_agg(note, ${"\n"} order by id desc) from (
    select e.id, coalesce(e.data ->> 'message', e.data ->> 'note') as note from ${requestEvents} e where e.request_id = ${requestId} and ${BY_CUSTOMER}
      and e.id > coalesce((select max(done.id) from ${requestEvents} done
        where done.request_id = ${requestId} and done.kind = 'acknowledged'), 0)
    order by e.id desc limit ${MOST_NOTES}) unconfirmed)`
