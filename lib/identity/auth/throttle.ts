import { createHash } from "node:crypto"
import { inArray, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import { AppError } from "@/lib/model/errors"

export interface Limit {
  /** What is counted, such as `sign-in:address:192.0.2.1`. */
  key: string
  tries: number
  /** Length of the window in seconds. It begins with the first try. */
  seconds: number
}

/** Stands for an e-mail address in a key, whoever's it is, and does not tell it. */
export const nameOf = (email: string): string =>
  createHash("sha256").update(email.toLowerCase()).digest("base64url").slice(0, 22)

/**
 * Counts one try against each limit before it is made, so that tries sent at once are all counted. One that is refused
 * counts against none. Throws `too_many_requests` with the seconds left. Shared by every process, outlives them all.
 */
export async function takeTry(limits: Limit[]): Promise<void> {
  const counted = new Set((await count(db, limits)).map(({ key }) => key))
  const used = limits.filter(({ key }) => !counted.has(key))
  if (used.length === 0) return
  await returnTry(limits.filter(({ key }) => counted.has(key)))
  const retryAfter = await secondsLeft(used)
  throw new AppError("too_many_requests", `Too many attempts. Try again in ${inWords(retryAfter)}.`, { retryAfter })
}

/** Counts one try in a transaction and says whether it was within the limit, for where nobody is to be told. */
export async function tryIsLeft(tx: Executor, limit: Limit): Promise<boolean> {
  return (await count(tx, [limit])).length > 0
}

/** Gives the rows of those limits that had a try left. */
function count(executor: Executor, limits: Limit[]) {
  // One order for everybody, so that two tries never wait for each other's rows.
  const sorted = limits.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const cases = sorted.map(({ key, tries }) => sql`when ${key} then ${tries}::int`)
  const most = sql`case ${throttles.key} ${sql.join(cases, sql` `)} end`
  return executor
    .insert(throttles)
    .values(
      sorted.map(({ key, seconds }) => ({ key, tries: 1, endsAt: sql`now() + make_interval(secs => ${seconds})` })),
    )
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        tries: sql`case when ${throttles.endsAt} < now() then 1 else ${throttles.tries} + 1 end`,
        endsAt: sql`case when ${throttles.endsAt} < now() then excluded.ends_at else ${throttles.endsAt} end`,
      },
      setWhere: sql`${throttles.endsAt} < now() or ${throttles.tries} < ${most}`,
    })
    .returning()
}

/** Gives back a try that turned out well; only failures count. */
export async function returnTry(limits: Limit[]): Promise<void> {
  if (limits.length === 0) return
  await db
    .update(throttles)
    .set({ tries: sql`greatest(${throttles.tries} - 1, 0)` })
    .where(inArray(throttles.key, keysOf(limits)))
}

/** Writes what is written already, for where doing nothing would be seen by the clock. */
export async function rewriteTry(limits: Limit[]): Promise<void> {
  await db
    .update(throttles)
    .set({ tries: sql`${throttles.tries}` })
    .where(inArray(throttles.key, keysOf(limits)))
}

async function secondsLeft(limits: Limit[]): Promise<number> {
  const rows = await db
    .select({ endsAt: throttles.endsAt })
    .from(throttles)
    .where(inArray(throttles.key, keysOf(limits)))
  const last = Math.max(...rows.map(({ endsAt }) => endsAt.getTime()))
  return Math.max(1, Math.ceil((last - Date.now()) / 1000))
}

const keysOf = (limits: Limit[]) => limits.map(({ key }) => key)

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes > 1 ? `${minutes} minutes` : "a minute"
}
