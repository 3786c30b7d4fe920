import { createHash } from "node:crypto"
import { inArray, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import { AppError } from "@/lib/model/errors"

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
 * @param why the beginning of the message for somebody who is refused
 * @throws AppError `too_many_requests`, with the seconds left
 */
export async function takeTry(limits: RateLimit[], why = "Too many attempts."): Promise<void> {
  const counted = new Set((await count(db, limits)).map(({ key }) => key))
  const used = limits.filter(({ key }) => !counted.has(key))
  if (used.length === 0) return
  await returnTry(limits.filter(({ key }) => counted.has(key)))
  const retryAfter = await secondsLeft(used)
  throw new AppError("too_many_requests", `${why} Try again in ${waitInWords(retryAfter)}.`, { retryAfter })
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

/** Returns a try that succeeded: only failures count. */
export async function returnTry(limits: RateLimit[]): Promise<void> {
  if (limits.length === 0) return
  await db
    .update(throttles)
    .set({ tries: sql`greatest(${throttles.tries} - 1, 0)` })
    .where(inArray(throttles.key, keysOf(limits)))
}

/** Writes the rows unchanged, so that an unknown account costs the database as much as a known one. */
export async function rewriteTry(limits: RateLimit[]): Promise<void> {
  await db
    .update(throttles)
    .set({ tries: sql`${throttles.tries}` })
    .where(inArray(throttles.key, keysOf(limits)))
}

async function secondsLeft(limits: RateLimit[]): Promise<number> {
  const rows = await db
    .select({ endsAt: throttles.endsAt })
    .from(throttles)
    .where(inArray(throttles.key, keysOf(limits)))
  const last = Math.max(...rows.map(({ endsAt }) => endsAt.getTime()))
  return Math.max(1, Math.ceil((last - Date.now()) / 1000))
}

const keysOf = (limits: RateLimit[]) => limits.map(({ key }) => key)

function waitInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes > 1 ? `${minutes} minutes` : "a minute"
}
