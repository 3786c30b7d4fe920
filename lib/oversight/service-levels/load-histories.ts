import { sql } from "drizzle-orm"
import { type Executor, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { holidays } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { env } from "@/lib/runtime/env"
import type { RequestHistory, ServiceTerms } from "./clock-state"
import { DEFAULT_LEVELS } from "./default-levels"
import { planOf, ServiceLevels } from "./service-levels"
import { type Calendar, workingTime } from "./working-calendar"

export interface WatchedRequest extends RequestHistory {
  id: string
  customerId: string
  assigneeId: string | null
}

interface Found {
  now: number
  levels: unknown
  holidays: string[]
  requests: (WatchedRequest & { confirmedAt: number | null; waits: boolean })[]
}

const millisecondsSql = (moment: ReturnType<typeof sql>) => sql`(extract(epoch from ${moment}) * 1000)::bigint`

/**
 * The facts about these requests that their clocks are computed from, in one statement. Only the first letter of a note
 * is read, since only its existence matters.
 */
export async function loadHistories(executor: Executor, ids: readonly string[]) {
  const rows = await executor.execute(sql`
    select ${millisecondsSql(sql`now()`)}::float8 as now,
      (select ${settings.value} from ${settings} where ${settings.name} = 'serviceLevels') as levels,
      (select coalesce(json_agg(${holidays.day} order by ${holidays.day}), '[]') from ${holidays}) as holidays,
      (select coalesce(json_agg(found), '[]') from (
        select r.id, r.category, r.priority, r.customer_id as "customerId", r.assignee_id as "assigneeId",
          ${millisecondsSql(sql`r.created_at`)} as "filedAt", ${millisecondsSql(sql`c.email_verified_at`)} as "confirmedAt",
          coalesce(r.channel, 'portal') = 'portal' as waits,
          (select coalesce(json_agg(json_build_object('at', ${millisecondsSql(sql`e.created_at`)}, 'kind', e.kind,
            'data', json_strip_nulls(json_build_object('to', e.data->>'to', 'note', left(e.data->>'note', 1),
              'waitingFor', e.data->>'waitingFor'))) order by e.id), '[]')
          from ${requestEvents} e where e.request_id = r.id and e.kind in ('acknowledged', 'moved', 'reassigned')) as events
        from ${serviceRequests} r join ${accounts} c on c.id = r.customer_id
        where r.id = any(${`{${ids.join()}}`}::uuid[])
      ) found) as requests`)
  const found = one(rows as unknown as Found[])
  return { now: found.now, terms: termsOf(found), requests: found.requests.map(historyOf) }
}

/**
 * The request with the confirmation of its customer's address merged into its events. Everything that customers send but
 * an emergency waits for that confirmation.
 */
function historyOf({ confirmedAt, waits, ...request }: Found["requests"][number]): WatchedRequest {
  const { priority, filedAt, events } = request
  const isUnconfirmed = confirmedAt === null || confirmedAt > filedAt
  if (priority === "emergency" || !waits || !isUnconfirmed) return request
  const before = events.filter(({ at }) => confirmedAt === null || at <= confirmedAt)
  const confirmed = confirmedAt === null ? [] : [{ at: confirmedAt, kind: "confirmed" as const, data: {} }]
  return { ...request, hold: "unconfirmed", events: [...before, ...confirmed, ...events.slice(before.length)] }
}

function termsOf({ levels: chosen, holidays }: Found): ServiceTerms {
  const levels = chosen ? ServiceLevels.parse(chosen) : DEFAULT_LEVELS
  return { levels, working: calendarOf(levels, holidays) }
}

let last: { key: string; calendar: Calendar } | undefined

/** The calendar of the current settings. It is reused until they change, since it caches what it has computed. */
function calendarOf(levels: ServiceLevels, days: string[]): Calendar {
  const plan = planOf(levels)
  const zone = env().TIME_ZONE
  const key = JSON.stringify([plan, zone, days])
  if (last?.key !== key) last = { key, calendar: workingTime(plan, zone, new Set(days)) }
  return last.calendar
}
