import { type SQL, sql } from "drizzle-orm"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { CATEGORY_IDS, type Category, categoryFacts, type Priority } from "@/lib/requests/category"
import type { Hazard } from "@/lib/safety/hazard"

/** A smell of gas is work for those who know leaks, also when somebody wrote of it in a billing query. */
export function categoryNeeded(
  category: Category,
  { priority, hazard }: { priority: Priority; hazard?: Hazard },
): Category {
  const dangerous = CATEGORY_IDS.find((id) => hazard !== undefined && categoryFacts(id).hazard === hazard)
  return priority === "emergency" ? (dangerous ?? category) : category
}

const DANGEROUS = sql.join(
  CATEGORY_IDS.flatMap((id) => {
    const { hazard } = categoryFacts(id)
    return hazard ? [sql`when ${hazard} then ${id}::category`] : []
  }),
  sql` `,
)

/** The same of a request that is filed, whose event says what its words spoke of. */
export const CATEGORY_NEEDED: SQL<Category> = sql`coalesce(
  case when ${serviceRequests.priority} = 'emergency' then (
    select case data ->> 'hazard' ${DANGEROUS} end from ${requestEvents} filed
    where filed.request_id = ${serviceRequests.id} and filed.kind = 'filed' limit 1) end,
  ${serviceRequests.category})`
