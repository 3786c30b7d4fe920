import { type SQL, sql } from "drizzle-orm"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { CATEGORY_IDS, type Category, categoryFacts } from "@/lib/model/category"

const DANGEROUS = sql.join(
  CATEGORY_IDS.flatMap((id) => {
    const { hazard } = categoryFacts(id)
    return hazard ? [sql`when ${hazard} then ${id}::category`] : []
  }),
  sql` `,
)

/** SQL for `requiredSkill`, for a row of `service_requests`: its `filed` event keeps the hazard that its words told of. */
export const REQUIRED_SKILL: SQL<Category> = sql`coalesce(
  case when ${serviceRequests.priority} = 'emergency' then (
    select case data ->> 'hazard' ${DANGEROUS} end from ${requestEvents} filed
    where filed.request_id = ${serviceRequests.id} and filed.kind = 'filed' limit 1) end,
  ${serviceRequests.category})`
