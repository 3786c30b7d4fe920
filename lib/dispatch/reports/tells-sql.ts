import { type SQL, sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { CATEGORY_IDS, categoryFacts } from "@/lib/model/category"
import type { Tells } from "@/lib/model/tells"
import { dangerEventSql } from "@/lib/requests/danger-event-sql"

const HAZARD_OF_CATEGORY = sql.join(
  CATEGORY_IDS.flatMap((id) => {
    const { hazard } = categoryFacts(id)
    return hazard ? [sql`when ${id} then ${hazard}`] : []
  }),
  sql` `,
)

/** What the answers of a row of `service_requests` tell of, and the danger that was read in its words. */
export const REQUEST_TELLS: SQL<Tells[]> = sql`array_remove(array[
  case ${serviceRequests.category}::text ${HAZARD_OF_CATEGORY} end,
  (select data ->> 'hazard' from ${requestEvents} e where e.id = ${dangerEventSql(serviceRequests.id)}),
  case when ${serviceRequests.anyoneUnwell} then 'unwell' end,
  case when not ${serviceRequests.everyoneOutside} then 'inside' end]::text[], null)`

const arrayOf = (tells: readonly Tells[]): SQL => sql`${`{${tells.join()}}`}::text[]`

/**
 * Adds what is told of an emergency to what whoever acknowledges it can know, and notes since which version of the request
 * they can. `isMore`: of what is known already there is more, as of people who are hurt.
 */
export const tellSql = (requestId: string, tells: readonly Tells[], isMore = false): SQL => sql`
  update ${emergencies} set
    tells = (select coalesce(array_agg(distinct it), '{}') from unnest(tells || ${arrayOf(tells)}) it),
    told_version = (select version from ${serviceRequests} where id = ${requestId})
  where request_id = ${requestId} and (${isMore}::boolean or not tells @> ${arrayOf(tells)})`
