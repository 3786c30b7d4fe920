import { type SQL, sql } from "drizzle-orm"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { CATEGORY_IDS, type Category, categoryFacts } from "@/lib/model/category"
import { dangerEventSql } from "./danger-event-sql"

const DANGEROUS = sql.join(
  CATEGORY_IDS.flatMap((id) => {
    const { hazard } = categoryFacts(id)
    return hazard ? [sql`when ${hazard} then ${id}::category`] : []
  }),
  sql` `,
)

/** SQL for `requiredSkill`, for a row of `service_requests`: an event keeps the hazard that its words told of. */
export const REQUIRED_SKILL: SQL<Category> = sql`coalesce(
  case when ${serviceRequests.priority} = 'emergency' then (
    select case data ->> 'hazard' ${DANGEROUS} end from ${requestEvents} e
    where e.id = ${dangerEventSql(serviceRequests.id)}) end,
  ${serviceRequests.category})`
