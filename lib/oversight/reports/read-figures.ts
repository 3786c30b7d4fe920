import { type SQL, sql } from "drizzle-orm"
import { one, reading } from "@/db/client"
import { dailyCounts, reportProgress, requestFacts } from "@/db/schema/reports"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Dimension } from "@/lib/model/dimension"
import type { Target } from "@/lib/model/target"
import type { OverviewFilter } from "./contract"
import { dayCountsSql, keptTimesSql, rangeTimesSql } from "./figures-sql"
import type { Range } from "./range"

type Asked = Range & Pick<OverviewFilter, "category" | "assignee">

export interface KeyCounts {
  dimension: Dimension
  key: string
  name: string | null
  received: number
  resolved: number
  acknowledge_kept: number
  acknowledge_missed: number
  first_response_kept: number
  first_response_missed: number
  resolution_kept: number
  resolution_missed: number
}

interface Counts {
  days: { day: string; received: number; resolved: number }[]
  keys: KeyCounts[]
  hazards: { day: string; category: string; received: number }[]
}

/** For tables with a category and an assignee. */
function onlySql({ category, assignee }: Asked): SQL | undefined {
  if (!category && !assignee) return undefined
  const mine = assignee === "nobody" ? sql`assignee_id is null` : sql`assignee_id = ${assignee ?? null}::uuid`
  return sql.join([category ? sql`category = ${category}` : sql`true`, assignee ? mine : sql`true`], sql` and `)
}

const withinSql =
  ({ from, to }: Range) =>
  (day: SQL) =>
    sql`${day} between ${from}::date and ${to}::date`

const MEASURES = ["acknowledge", "first_response", "resolution"].flatMap((it) => [`${it}_kept`, `${it}_missed`])
const SUMS = sql.raw(["received", "resolved", ...MEASURES].map((it) => `sum(${it})::int as ${it}`).join())

/** Areas that are told apart; a utility has rarely more, and nobody reads on. */
const MOST_AREAS = 100

/** Counts of the range. One category's or person's are made of the facts, whose share is small; all others are kept. */
export async function readCounts(asked: Asked): Promise<Counts> {
  const only = onlySql(asked)
  const days = withinSql(asked)
  const counts = only ? dayCountsSql({ days, only }) : sql`select * from ${dailyCounts} where ${days(sql`day`)}`
  const rows = await reading.execute<{ counts: Counts }>(sql`
    with counts as materialized (${counts}),
    keys as materialized (select dimension, key, ${SUMS} from counts group by dimension, key)
    select json_build_object(
      'days', (select coalesce(json_agg(json_build_object('day', day, 'received', received, 'resolved', resolved)), '[]')
        from counts where dimension = 'all'),
      'keys', (select coalesce(json_agg(told), '[]') from (
        select keys.*, accounts.name from keys
          left join accounts on dimension = 'assignee' and key <> '' and accounts.id = nullif(case when dimension = 'assignee' then key end, '')::uuid
        where dimension <> 'area'
        union all (select keys.*, null from keys where dimension = 'area' order by received desc, key limit ${MOST_AREAS})) told),
      'hazards', (select coalesce(json_agg(json_build_object('day', day, 'category', key, 'received', received)), '[]')
        from counts where dimension = 'category' and key in ('gas_leak', 'carbon_monoxide_alarm'))) as counts`)
  return one(rows).counts
}

export interface KeyTimes {
  dimension: Dimension
  key: string
  target: Target
  p50: number
  p90: number
}

/** The steps at which half and nine tenths of those that met a target are reached. */
export async function readTimes(asked: Asked): Promise<KeyTimes[]> {
  const only = onlySql(asked)
  const days = withinSql(asked)
  const times = only ? rangeTimesSql({ days, only }) : keptTimesSql(asked)
  return [
    ...(await reading.execute<KeyTimes & Record<string, unknown>>(sql`
      with times as (${times}),
      steps as (select dimension, key, target, step, sum(requests) as requests from times group by 1, 2, 3, 4),
      running as (select *, sum(requests) over (partition by dimension, key, target order by step) as upto,
        sum(requests) over (partition by dimension, key, target) as total from steps)
      select dimension, key, target, min(step) filter (where upto >= total * 0.5) as p50,
        min(step) filter (where upto >= total * 0.9) as p90 from running group by dimension, key, target`)),
  ]
}

/** What is open at this moment, and whether all requests have been counted. */
export async function readNow(asked: Asked) {
  const only = onlySql(asked) ?? sql`true`
  const rows = await reading.execute<{
    open: number
    unassigned: number
    emergencies: number
    overdue: number
    complete: boolean
  }>(sql`
    select count(*)::int as open, count(*) filter (where assignee_id is null and joined_to is null)::int as unassigned,
      count(*) filter (where priority = 'emergency')::int as emergencies,
      (select count(*)::int from ${requestFacts} where overdue and ${only}) as overdue,
      (select finished from ${reportProgress}) as complete
    from ${serviceRequests} where ${OPEN_ROWS} and ${only}`)
  const { complete, ...now } = one(rows)
  return { now, complete }
}
