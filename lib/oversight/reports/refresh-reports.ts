import { eq, sql } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { holidays } from "@/db/schema/dispatch"
import { settings } from "@/db/schema/records"
import {
  dailyCounts,
  dailyTimes,
  daysToCount,
  monthlyTimes,
  reportChanges,
  reportProgress,
  requestFacts,
} from "@/db/schema/reports"
import { serviceRequests } from "@/db/schema/requests"
import { env } from "@/lib/runtime/env"
import { dayCountsSql, dayTimesSql, GROWTH } from "./figures-sql"
import { readRequestFacts } from "./read-request-facts"

/** So few that others are served between two batches. */
const BATCH = 200
/** Days change together, so that each is counted again after some batches and not after each. */
const BATCHES = 10
const DAYS = 14
/** A job that takes longer than five minutes is taken for dead. It comes again within the minute. */
const LONGEST = 45_000

/**
 * Keeps the figures of reports: reads the facts of requests that changed, of those that time has made late and, newest
 * first, of all that were there before, and counts the days again that they change. Each step is a transaction of its
 * own, and goes on where the one before ended, whichever process that was in. What changes meanwhile is left for the next
 * minute, so that a day is not counted again with every request.
 */
export async function refreshReports(): Promise<void> {
  const until = Date.now() + LONGEST
  let isBehind: boolean
  do {
    isBehind = await readBatches()
    if ((await transaction(countDays)) === DAYS) isBehind = true
  } while (isBehind && Date.now() < until)
}

/** Whether there are more to read. */
async function readBatches(): Promise<boolean> {
  for (let batch = 0; batch < BATCHES; batch++) {
    const read = [await transaction(readChanged), await transaction(readEarlier)]
    if (Math.max(...read) < BATCH) return false
  }
  return true
}

/** One process works on reports at a time; the others have nothing to do. */
const lock = async (tx: Tx) => (await tx.select().from(reportProgress).for("update", { skipLocked: true }))[0]

async function readChanged(tx: Tx): Promise<number> {
  if (!(await lock(tx))) return 0
  const changed = await tx.execute<{ id: string }>(sql`
    delete from ${reportChanges} where id in (select id from ${reportChanges} order by id limit ${BATCH})
    returning request_id as id`)
  const late = await tx.execute<{ id: string }>(sql`
    select request_id as id from ${requestFacts} where look_at <= now() order by look_at limit ${BATCH}`)
  await readRequestFacts(tx, [...new Set([...changed, ...late].map(({ id }) => id))])
  return Math.max(changed.length, late.length)
}

/** What requests are judged by. */
const termsSql = () => sql<string>`(select md5(concat_ws(' ', ${env().TIME_ZONE}::text, ${`${GROWTH}`}::text,
  (select ${settings.value}::text from ${settings} where ${settings.name} = 'serviceLevels'),
  (select string_agg(${holidays.day}::text, ' ' order by ${holidays.day}) from ${holidays}))))`

async function readEarlier(tx: Tx): Promise<number> {
  const progress = await lock(tx)
  if (!progress) return 0
  const { terms } = one(await tx.select({ terms: termsSql() }).from(reportProgress))
  const anew = terms !== progress.terms
  if (progress.finished && !anew) return 0
  const downTo = anew ? null : progress.downTo
  const found = await tx
    .select({ id: serviceRequests.id })
    .from(serviceRequests)
    .where(downTo === null ? undefined : sql`${serviceRequests.id} < ${downTo}`)
    .orderBy(sql`${serviceRequests.id} desc`)
    .limit(BATCH)
  const ids = found.map(({ id }) => id)
  await readRequestFacts(tx, ids)
  await tx.update(reportProgress).set({ terms, downTo: ids.at(-1) ?? downTo, finished: ids.length < BATCH })
  return ids.length
}

async function countDays(tx: Tx): Promise<number> {
  if (!(await lock(tx))) return 0
  const taken = await tx.execute<{ day: string }>(sql`
    delete from ${daysToCount} where day in (select day from ${daysToCount} order by day desc limit ${DAYS})
    returning day::text as day`)
  if (taken.length === 0) return 0
  const list = sql`${`{${taken.map(({ day }) => day).join()}}`}::date[]`
  const days = (day: ReturnType<typeof sql>) => sql`${day} = any(${list})`
  for (const [table, figures] of [
    [dailyCounts, dayCountsSql({ days })],
    [dailyTimes, dayTimesSql({ days })],
  ] as const) {
    await tx.execute(sql`delete from ${table} where ${days(sql`day`)}`)
    await tx.execute(sql`insert into ${table} ${figures}`)
  }
  for (const month of new Set(taken.map(({ day }) => `${day.slice(0, 7)}-01`))) await countMonth(tx, month)
  return taken.length
}

async function countMonth(tx: Tx, month: string): Promise<void> {
  await tx.delete(monthlyTimes).where(eq(monthlyTimes.month, month))
  await tx.execute(sql`
    insert into ${monthlyTimes} select ${month}::date, dimension, key, target, step, sum(requests)
    from ${dailyTimes} where day >= ${month}::date and day < ${month}::date + interval '1 month' group by 2, 3, 4, 5`)
}
