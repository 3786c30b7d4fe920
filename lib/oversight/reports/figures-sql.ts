import { type SQL, sql } from "drizzle-orm"
import { dailyTimes, requestFacts as facts, monthlyTimes } from "@/db/schema/reports"
import { nextDay } from "@/lib/platform/calendar/local-time"
import type { Range } from "./range"

/** How much longer each step of a duration is than the one before. */
export const GROWTH = 1.2

/** The middle of a step, in seconds, so that what is said of it is wrong by a tenth at most. */
export const secondsOfStep = (step: number): number => Math.round(GROWTH ** (step + 0.5))

const STEP_OF_TIME = sql.raw(`floor(ln(greatest(seconds, 1)) / ln(${GROWTH}::float8))::smallint`)

/** The facts that figures are made of. */
export interface FactsAsked {
  /** True for the days meant, given the column that holds one. */
  days: (day: SQL) => SQL
  /** True for the facts meant. Everything when not given. */
  only?: SQL
}

/** The figures of requests by day, dimension and key, as `daily_counts` has them. */
export const dayCountsSql = ({ days, only = sql`true` }: FactsAsked): SQL => sql`
  select day, dimension::dimension, key, sum(received)::int as received, sum(1 - received)::int as resolved,
    count(*) filter (where acknowledge_kept)::int as acknowledge_kept,
    count(*) filter (where not acknowledge_kept)::int as acknowledge_missed,
    count(*) filter (where first_response_kept)::int as first_response_kept,
    count(*) filter (where not first_response_kept)::int as first_response_missed,
    count(*) filter (where resolution_kept)::int as resolution_kept,
    count(*) filter (where not resolution_kept)::int as resolution_missed
  from (
    select received_on as day, 1 as received, acknowledge_kept, first_response_kept, resolution_kept,
      category, assignee_id, area
    from ${facts} where ${days(sql`received_on`)} and ${only}
    union all
    select resolved_on, 0, null, null, null, category, assignee_id, area
    from ${facts} where ${days(sql`resolved_on`)} and ${only}
  ) told cross join lateral (values ('all', ''), ('category', category::text),
    ('assignee', coalesce(assignee_id::text, '')), ('area', area)) of (dimension, key)
  group by day, dimension, key`

/** The steps of `daily_times` and `monthly_times` in a range: whole months by month, the days around them by day. */
export function keptTimesSql({ from, to }: Range): SQL {
  const first = from.endsWith("-01") ? from : monthAfter(from)
  const end = monthOf(nextDay(to))
  const columns = sql`dimension, key, target, step, requests`
  if (first >= end) return sql`select ${columns} from ${dailyTimes} where day between ${from}::date and ${to}::date`
  return sql`
    select ${columns} from ${monthlyTimes} where month >= ${first}::date and month < ${end}::date
    union all select ${columns} from ${dailyTimes} where day >= ${from}::date and day < ${first}::date
    union all select ${columns} from ${dailyTimes} where day >= ${end}::date and day <= ${to}::date`
}

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

/** 31 days after the first of a month it is the next. */
const monthAfter = (day: string): string => monthOf(new Date(Date.parse(monthOf(day)) + 31 * 86_400_000).toISOString())

/**
 * How long targets took, with the steps counted before they are told by dimension: there are far fewer of them than facts.
 * By day, or of all days together.
 */
const timesSql = ({ days, only = sql`true` }: FactsAsked, day: SQL): SQL => sql`
  select day, dimension::dimension, key, target, step, sum(requests)::int as requests
  from (
    select ${day} as day, category, assignee_id, target::target, ${STEP_OF_TIME} as step, count(*) as requests
    from ${facts} cross join lateral (values ('acknowledge', acknowledge_time),
      ('first_response', first_response_time), ('resolution', resolution_time)) took (target, seconds)
    where ${days(sql`received_on`)} and ${only} and seconds is not null
    group by 1, 2, 3, 4, 5
  ) counted cross join lateral (values ('all', ''), ('category', category::text),
    ('assignee', coalesce(assignee_id::text, ''))) of (dimension, key)
  group by day, dimension, key, target, step`

/** How long targets took by day, dimension and key, as `daily_times` has them. */
export const dayTimesSql = (asked: FactsAsked): SQL => timesSql(asked, sql`received_on`)

/** The same of all days together. */
export const rangeTimesSql = (asked: FactsAsked): SQL => timesSql(asked, sql`null::date`)
