import { inArray, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { daysToCount, requestFacts } from "@/db/schema/reports"
import { serviceRequests } from "@/db/schema/requests"
import { TARGETS } from "@/lib/model/target"
import { type ClockReading, isPending, readClocks } from "@/lib/oversight/service-levels/clock-state"
import { loadHistories } from "@/lib/oversight/service-levels/load-histories"
import { env } from "@/lib/runtime/env"

/** What the clocks of a request say of it. Times are null, and kept or not is open, until a target is met or missed. */
export function factsOf(readings: readonly ClockReading[]) {
  const told = readings.map((reading) => ({
    target: reading.target,
    time: reading.metAt === null ? null : Math.round(reading.used / 1000),
    kept: reading.state === "breached" ? false : reading.metAt === null ? null : true,
    metAt: reading.metAt,
  }))
  const pending = readings.filter(isPending)
  const ahead = pending.flatMap(({ state, dueAt }) => (state === "running" && dueAt !== null ? [dueAt] : []))
  return {
    told,
    isLate: pending.some(({ state }) => state === "breached"),
    lookAt: ahead.length > 0 ? Math.min(...ahead) : null,
  }
}

/** The postcode district, such as LS1; what is written without a blank is taken whole. */
const AREA = sql.raw(`split_part(coalesce(r.premises ->> 'postcode', ''), ' ', 1)`)

/**
 * Reads the facts of these requests again and notes the days whose figures they change. Those of deleted requests go.
 */
export async function readRequestFacts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const these = inArray(requestFacts.requestId, [...ids])
  const noteDays = () =>
    tx.execute(sql`
      insert into ${daysToCount} (day) select distinct day from ${requestFacts},
        lateral (values (received_on), (resolved_on)) its (day) where ${these} and day is not null on conflict do nothing`)
  await noteDays()
  const { requests, terms, now } = await loadHistories(tx, ids)
  const known = new Set(requests.map(({ id }) => id))
  const gone = ids.filter((id) => !known.has(id))
  if (gone.length > 0) await tx.delete(requestFacts).where(inArray(requestFacts.requestId, gone))
  const rows = requests.map((request) => rowOf(request.id, readClocks(request, terms, now)))
  if (rows.length > 0) await tx.execute(keepSql(rows))
  await noteDays()
}

/** Flat, since PostgreSQL reads it by the names of its columns. */
function rowOf(id: string, readings: readonly ClockReading[]) {
  const { told, isLate, lookAt } = factsOf(readings)
  const fields = told.flatMap(({ target, time, kept }) => [
    [`${target}_time`, time],
    [`${target}_kept`, kept],
  ])
  const settledAt = told.find(({ target }) => target === "resolution")?.metAt ?? null
  return { id, ...Object.fromEntries(fields), settled_at: settledAt, late: isLate, look_at: lookAt }
}

const TIMES = TARGETS.map((target) => `${target}_time`)
const KEPT = TARGETS.map((target) => `${target}_kept`)

/** What ended without being resolved kept and missed nothing of its resolution. */
const toldOf = (column: string) =>
  column.startsWith("resolution") ? `case when r.status <> 'cancelled' then told.${column} end` : `told.${column}`

const COLUMNS = [
  "received_on",
  "resolved_on",
  "category",
  "assignee_id",
  "area",
  ...TIMES,
  ...KEPT,
  "overdue",
  "look_at",
]
const NAMED = sql.raw(COLUMNS.join())
const TOLD = sql.raw([...TIMES, ...KEPT].map(toldOf).join())
const TOLD_COLUMNS = sql.raw([...TIMES.map((it) => `${it} int`), ...KEPT.map((it) => `${it} boolean`)].join())
const REPLACED = sql.raw(COLUMNS.map((it) => `${it} = excluded.${it}`).join())

function keepSql(rows: readonly object[]) {
  const zone = env().TIME_ZONE
  const dayOf = (moment: ReturnType<typeof sql>) => sql`(${moment} at time zone ${zone})::date`
  return sql`
    insert into ${requestFacts} (request_id, ${NAMED})
    select r.id, ${dayOf(sql`r.created_at`)},
      case when r.status in ('resolved', 'closed') then ${dayOf(sql`to_timestamp(told.settled_at / 1000)`)} end,
      r.category, r.assignee_id, ${AREA}, ${TOLD},
      told.late and r.joined_to is null, to_timestamp(told.look_at / 1000)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as told(id uuid, settled_at float8, late boolean,
        look_at float8, ${TOLD_COLUMNS})
      join ${serviceRequests} r on r.id = told.id
    on conflict (request_id) do update set ${REPLACED}`
}
