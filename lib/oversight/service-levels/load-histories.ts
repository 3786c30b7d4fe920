import { sql } from "drizzle-orm"
import { type Executor, one } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { holidays } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { env } from "@/lib/runtime/env"
import type { Course, Terms } from "./clock-state"
import { DEFAULT_LEVELS } from "./default-levels"
import { planOf, ServiceLevels } from "./service-levels"
import { type Calendar, workingTime } from "./working-calendar"

export interface Watched extends Course {
  id: string
  customerId: string
  assigneeId: string | null
}

interface Found {
  now: number
  levels: unknown
  holidays: string[]
  requests: (Watched & { confirmedAt: number | null })[]
}

const ms = (moment: ReturnType<typeof sql>) => sql`(extract(epoch from ${moment}) * 1000)::bigint`

/**
 * All that decides how these requests stand against their service levels, in one statement. Of notes only their first
 * letter is read: whether there is one is all that matters here.
 */
export async function loadCourses(executor: Executor, ids: readonly string[]) {
  const rows = await executor.execute(sql`
    select ${ms(sql`now()`)}::float8 as now,
      (select ${settings.value} from ${settings} where ${settings.name} = 'serviceLevels') as levels,
      (select coalesce(json_agg(${holidays.day} order by ${holidays.day}), '[]') from ${holidays}) as holidays,
      (select coalesce(json_agg(found), '[]') from (
        select r.id, r.category, r.priority, r.customer_id as "customerId", r.assignee_id as "assigneeId",
          ${ms(sql`r.created_at`)} as "filedAt", ${ms(sql`c.email_verified_at`)} as "confirmedAt",
          (select coalesce(json_agg(json_build_object('at', ${ms(sql`e.created_at`)}, 'kind', e.kind,
            'data', json_strip_nulls(json_build_object('to', e.data->>'to', 'note', left(e.data->>'note', 1),
              'waitingFor', e.data->>'waitingFor'))) order by e.id), '[]')
          from ${requestEvents} e where e.request_id = r.id and e.kind in ('acknowledged', 'moved', 'reassigned')) as events
        from ${serviceRequests} r join ${accounts} c on c.id = r.customer_id
        where r.id = any(${`{${ids.join()}}`}::uuid[])
      ) found) as requests`)
  const found = one(rows as unknown as Found[])
  return { now: found.now, terms: termsOf(found), requests: found.requests.map(courseOf) }
}

/** Until its customer has confirmed their address, whatever is no emergency waits for that. */
function courseOf({ confirmedAt, ...request }: Found["requests"][number]): Watched {
  const { priority, filedAt, events } = request
  const isUnconfirmed = confirmedAt === null || confirmedAt > filedAt
  if (priority === "emergency" || !isUnconfirmed) return request
  const before = events.filter(({ at }) => confirmedAt === null || at <= confirmedAt)
  const confirmed = confirmedAt === null ? [] : [{ at: confirmedAt, kind: "confirmed" as const, data: {} }]
  return { ...request, hold: "unconfirmed", events: [...before, ...confirmed, ...events.slice(before.length)] }
}

function termsOf({ levels: chosen, holidays }: Found): Terms {
  const levels = chosen ? ServiceLevels.parse(chosen) : DEFAULT_LEVELS
  return { levels, working: calendarOf(levels, holidays) }
}

let last: { key: string; calendar: Calendar } | undefined

/** The same for as long as nobody changes it, since it keeps what it has worked out. */
function calendarOf(levels: ServiceLevels, days: string[]): Calendar {
  const plan = planOf(levels)
  const zone = env().TIME_ZONE
  const key = JSON.stringify([plan, zone, days])
  if (last?.key !== key) last = { key, calendar: workingTime(plan, zone, new Set(days)) }
  return last.calendar
}
