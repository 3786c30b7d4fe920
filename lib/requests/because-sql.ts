import { type SQL, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"

/** Why a request joined another: `premises` or `filer`; null for one that joined none. */
export const becauseSql = (requestId: SQL): SQL<string | null> => sql`(select data ->> 'because' from ${requestEvents} e
  where e.request_id = ${requestId} and e.kind = 'joined' order by e.id desc limit 1)`
