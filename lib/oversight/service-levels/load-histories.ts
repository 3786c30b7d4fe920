import { type SQLWrapper, sql } from "drizzle-orm"
import { type Executor, one } from "@/db/client"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { holidays } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { env } from "@/lib/runtime/env"
import type { RequestHistory, ServiceTerms } from "./clock-state"
import { DEFAULT_LEVELS } from "./default-levels"
import type { Renewal } from "./renewals"
import { planOf, ServiceLevels } from "./service-levels"
import { type Calendar, workingTime } from "./working-calendar"

export interface WatchedRequest extends RequestHistory {
  id: string
  customerId: string
  assigneeId: string | null
  /** New times that its customer was given. */
  renewals: readonly Renewal[]
}

interface Found {
  now: number
  levels: unknown
  holidays: string[]
  requests: FoundRequest[]
}

interface FoundRequest extends WatchedRequest {
  renewals: readonly (Renewal & { at: number })[]
  confirmedAt: number | null
  /** When it became an emergency, if it was not one from the beginning. */
  raisedAt: number | null
  waits: boolean
}

const millisecondsSql = (moment: ReturnType<typeof sql>) => sql`(extract(epoch from ${moment}) * 1000)::bigint`

const selectFound = (executor: Pick<Executor, "select">, ids: SQLWrapper) =>
  executor
    .select({
      now: sql<number>`${millisecondsSql(sql`now()`)}::float8`,
      levels: sql<unknown>`(select ${settings.value} from ${settings} where ${settings.name} = 'serviceLevels')`,
      holidays: sql<
        string[]
      >`(select coalesce(json_agg(${holidays.day} order by ${holidays.day}), '[]') from ${holidays})`,
      requests: sql<Found["requests"]>`(select coalesce(json_agg(found), '[]') from (
        select r.id, r.category, r.priority, r.customer_id as "customerId", r.assignee_id as "assigneeId",
          ${millisecondsSql(sql`r.created_at`)} as "filedAt", ${millisecondsSql(sql`c.email_verified_at`)} as "confirmedAt",
          coalesce(r.channel, 'portal') = 'portal' as waits,
          (select ${millisecondsSql(sql`max(e.created_at)`)} from ${requestEvents} e where r.priority = 'emergency'
            and e.request_id = r.id and e.kind = 'checked' and e.data->>'outcome' <> 'no_danger') as "raisedAt",
          (select coalesce(json_agg(json_build_object('target', e.data->>'target', 'times', (e.data->>'times')::int,
            'at', ${millisecondsSql(sql`e.created_at`)}, 'by', ${millisecondsSql(sql`(e.data->>'by')::timestamptz`)}) order by e.id), '[]')
          from ${requestEvents} e where e.request_id = r.id and e.kind = 'renewed') as renewals,
          (select coalesce(json_agg(json_build_object('at', ${millisecondsSql(sql`e.created_at`)}, 'kind', e.kind,
            'data', json_strip_nulls(json_build_object('to', e.data->>'to', 'note', left(e.data->>'note', 1),
              'waitingFor', e.data->>'waitingFor'))) order by e.id), '[]')
          from ${requestEvents} e where e.request_id = r.id
            and (e.kind in ('acknowledged', 'moved', 'reassigned') or e.kind = 'messaged' and e.data->>'from' = 'staff')) as events
        from ${serviceRequests} r join ${accounts} c on c.id = r.customer_id
        where r.id = any(${ids}::uuid[])
      ) found)`,
    })
    .from(sql`(select 1) once`)

const found = prepared((db) => selectFound(db, sql.placeholder("ids")))

/**
 * The facts about these requests that their clocks are computed from, in one statement. Only the first letter of a note
 * is read, since only its existence matters.
 */
export const loadHistories = async (tx: Executor, ids: readonly string[]) =>
  historiesOf(await selectFound(tx, sql`${`{${ids.join()}}`}`))

/** The same outside of a transaction. */
export const readHistories = async (ids: readonly string[]) =>
  historiesOf(await found.execute({ ids: `{${ids.join()}}` }))

function historiesOf(rows: Found[]) {
  const { now, requests, ...given } = one(rows)
  return { now, terms: termsOf(given), requests: requests.map(historyOf) }
}

/**
 * The request with the confirmation of its customer's address merged into its events. Everything that customers send but
 * an emergency waits for that confirmation.
 */
function historyOf({ confirmedAt, raisedAt, waits, ...request }: FoundRequest): WatchedRequest {
  const { priority, filedAt, events } = request
  if (raisedAt !== null) return since(raisedAt, request)
  const isUnconfirmed = confirmedAt === null || confirmedAt > filedAt
  if (priority === "emergency" || !waits || !isUnconfirmed) return request
  const before = events.filter(({ at }) => confirmedAt === null || at <= confirmedAt)
  const confirmed = confirmedAt === null ? [] : [{ at: confirmedAt, kind: "confirmed" as const, data: {} }]
  return { ...request, hold: "unconfirmed", events: [...before, ...confirmed, ...events.slice(before.length)] }
}

/** What became an emergency later is promised what an emergency is from then on. */
const since = (raisedAt: number, request: Omit<FoundRequest, "confirmedAt" | "raisedAt" | "waits">) => ({
  ...request,
  filedAt: raisedAt,
  events: request.events.filter(({ at }) => at >= raisedAt),
  renewals: request.renewals.filter(({ at }) => at >= raisedAt),
})

function termsOf({ levels: chosen, holidays }: Pick<Found, "levels" | "holidays">): ServiceTerms {
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
