import { sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import type { Category } from "@/lib/model/category"
import { env } from "@/lib/runtime/env"
import type { OverviewFilter } from "./contract"
import type { Range } from "./range"

export interface RatingRow extends Record<string, unknown> {
  category: Category
  assigneeId: string | null
  rated: number
  sum: number
}

/** How many requests customers have rated in these days, and how, by category and by who is assigned now. */
export function readRatings({ from, to, category, assignee }: Range & OverviewFilter): Promise<readonly RatingRow[]> {
  const start = (day: string, after: number) =>
    sql`(${day}::date + ${after}::int)::timestamp at time zone ${env().TIME_ZONE}`
  const person = assignee === "nobody" ? null : assignee
  return reading.execute<RatingRow>(sql`
    select category, assignee_id as "assigneeId", count(*)::int as rated, sum(rating)::int as sum
    from ${serviceRequests}
    where rating is not null and rated_at >= ${start(from, 0)} and rated_at < ${start(to, 1)}
      and coalesce(category = ${category ?? null}::category, true)
      and (${assignee === undefined}::boolean or assignee_id is not distinct from ${person ?? null}::uuid)
    group by category, assignee_id`)
}

/** How many of these were rated, and their average to a tenth. */
export function ratingOf(rows: readonly RatingRow[]): { rated: number; rating: number | null } {
  const rated = rows.reduce((all, row) => all + row.rated, 0)
  const sum = rows.reduce((all, row) => all + row.sum, 0)
  return { rated, rating: rated === 0 ? null : Math.round((sum / rated) * 10) / 10 }
}
