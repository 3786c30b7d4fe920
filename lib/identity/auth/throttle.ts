import { createHash } from "node:crypto"
import { and, eq, gte, inArray, lte, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import { AppError } from "@/lib/model/errors"
import { waitInWords } from "@/lib/model/wait-words"

/** How often something may be tried within a window of time. */
export interface RateLimit {
  /** Names what is counted, such as `sign-in:address:192.0.2.1`. */
  key: string
  tries: number
  /** How many tries this one counts for; 1 by default. */
  amount?: number
  /** Length of the window in seconds. It begins with the first try. */
  seconds: number
}

/** A hash that stands for an email address in the key of a limit, so that the table holds no addresses. */
export const emailKey = (email: string): string =>
  createHash("sha256").update(email.toLowerCase()).digest("base64url").slice(0, 22)

/**
 * Counts one try against each limit before it is made, so that tries sent at the same time are all counted. A try that is
 * refused counts against none. The counts are kept in the database: all processes share them and restarts keep them.
 * Written outside any transaction, so that a failed try stays counted.
 * @param why the beginning of the message for somebody who is refused, or what finds it out
 * @throws AppError `too_many_requests`, with the seconds left
 */
export async function takeTry(
  limits: RateLimit[],
  why: string | (() => Promise<string>) = "Too many attempts.",
): Promise<void> {
  // The first try of a window is compared with nothing.
  const possible = limits.filter(({ amount = 1, tries }) => amount <= tries)
  const counted = new Set(possible.length > 0 ? (await count(db, possible)).map(({ key }) => key) : [])
  const used = limits.filter(({ key }) => !counted.has(key))
  if (used.length === 0) return
  await returnTry(limits.filter(({ key }) => counted.has(key)))
  throw await refusal(used, typeof why === "string" ? why : await why())
}

/**
 * Refuses as `takeTry` does where no try is left, and counts none.
 * @throws AppError `too_many_requests`, with the seconds left
 */
export async function checkTries(limit: RateLimit, why: () => Promise<string>): Promise<void> {
  if ((await triesLeft(limit)) === 0) throw await refusal([limit], await why())
}

/** How many tries are left. */
export async function triesLeft({ key, tries }: Pick<RateLimit, "key" | "tries">): Promise<number> {
  const [row] = await db
    .select({ tries: throttles.tries })
    .from(throttles)
    .where(and(eq(throttles.key, key), gte(throttles.endsAt, sql`now()`)))
  return Math.max(0, tries - (row?.tries ?? 0))
}

/**
 * Returns tries that succeeded and counts the success against another limit, in one statement.
 * @param why the beginning of the message for somebody who is refused
 * @throws AppError `too_many_requests` when that limit is used up; the tries are returned all the same
 */
export async function exchangeTry(returned: RateLimit[], taken: RateLimit, why: string): Promise<void> {
  const counted = await db.execute(
    sql`with returned as (${returning(returned).getSQL()}) ${count(db, [taken]).getSQL()}`,
  )
  if (counted.length !== 1) throw await refusal([taken], why)
}

async function refusal(used: RateLimit[], why: string): Promise<AppError> {
  const retryAfter = await secondsLeft(used)
  return new AppError("too_many_requests", `${why} Try again in ${waitInWords(retryAfter)}.`, { retryAfter })
}

/** Counts one try in the caller's transaction and returns how many there are now; nothing when none was left. */
export const triesOf = async (tx: Executor, limit: RateLimit): Promise<number | undefined> =>
  (await count(tx, [limit]))[0]?.tries

/** Counts one try in the caller's transaction and returns whether it was within the limit, for callers that must not tell. */
export const tryIsLeft = async (tx: Executor, limit: RateLimit): Promise<boolean> =>
  (await triesOf(tx, limit)) !== undefined

/** Counts one try against each limit and returns the rows of those that had one left. */
function count(executor: Executor, limits: RateLimit[]) {
  // Rows are always locked in the order of their keys, so that two tries cannot deadlock.
  const sorted = limits.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const byKey = (value: (limit: RateLimit) => number) => {
    const cases = sorted.map((limit) => sql`when ${limit.key} then ${value(limit)}::int`)
    return sql`case ${throttles.key} ${sql.join(cases, sql` `)} end`
  }
  const [most, amount] = [byKey(({ tries }) => tries), byKey(({ amount = 1 }) => amount)]
  return executor
    .insert(throttles)
    .values(
      sorted.map(({ key, amount = 1, seconds }) => ({
        key,
        tries: amount,
        endsAt: sql`now() + make_interval(secs => ${seconds})`,
      })),
    )
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        tries: sql`case when ${throttles.endsAt} < now() then ${amount} else ${throttles.tries} + ${amount} end`,
        endsAt: sql`case when ${throttles.endsAt} < now() then excluded.ends_at else ${throttles.endsAt} end`,
      },
      setWhere: sql`${throttles.endsAt} < now() or ${throttles.tries} + ${amount} <= ${most}`,
    })
    .returning()
}

/**
 * Returns tries that succeeded, each for as much as it was counted for: only failures count.
 * @param endedBy windows that end later did not count them
 */
export async function returnTry(limits: RateLimit[], endedBy?: Date): Promise<void> {
  if (limits.length > 0) await returning(limits, endedBy)
}

function returning(limits: RateLimit[], endedBy?: Date) {
  const cases = limits.map(({ key, amount = 1 }) => sql`when ${key} then ${amount}::int`)
  const amount = sql`case ${throttles.key} ${sql.join(cases, sql` `)} end`
  const isTheirs = inArray(throttles.key, lockedInOrder(keysOf(limits)))
  return db
    .update(throttles)
    .set({ tries: sql`greatest(${throttles.tries} - ${amount}, 0)` })
    .where(endedBy ? and(isTheirs, lte(throttles.endsAt, endedBy)) : isTheirs)
}

/** Writes the rows unchanged, so that an unknown account costs the database as much as a known one. */
export async function rewriteTry(limits: RateLimit[]): Promise<void> {
  await db
    .update(throttles)
    .set({ tries: sql`${throttles.tries}` })
    .where(inArray(throttles.key, lockedInOrder(keysOf(limits))))
}

async function secondsLeft(limits: RateLimit[]): Promise<number> {
  const rows = await db
    .select({ endsAt: throttles.endsAt })
    .from(throttles)
    .where(inArray(throttles.key, keysOf(limits)))
  const full = Date.now() + Math.max(...limits.map(({ seconds }) => seconds)) * 1000
  const last = rows.length > 0 ? Math.max(...rows.map(({ endsAt }) => endsAt.getTime())) : full
  return Math.max(1, Math.ceil((last - Date.now()) / 1000))
}

/** The same keys, whose rows are locked in their order before any of them is written, as `count` does it. */
export const lockedInOrder = (keys: string[]) =>
  db
    .select({ key: throttles.key })
    .from(throttles)
    .where(inArray(throttles.key, keys))
    .orderBy(sql`${throttles.key} collate "C"`)
    .for("update")

const keysOf = (limits: RateLimit[]) => limits.map(({ key }) => key)
