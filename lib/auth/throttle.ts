import { createHash } from "node:crypto"
import { inArray, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { throttles } from "@/db/schema/sessions"
import { AppError } from "@/lib/errors"

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
 * Counts one try against each limit before it is made, so that tries sent at once are all counted.
 * Throws `too_many_requests` with the seconds left. Shared by every process, outlives them all.
 */
export async function takeTry(limits: Limit[]): Promise<void> {
  for (const { key, tries, endsAt } of await count(db, limits)) {
    const limit = limits.find((it) => it.key === key)
    if (!limit || tries <= limit.tries) continue
    const retryAfter = Math.max(1, Math.ceil((endsAt.getTime() - Date.now()) / 1000))
    throw new AppError("too_many_requests", `Too many tries. Try again in ${inWords(retryAfter)}.`, { retryAfter })
  }
}

/** Counts one try in a transaction and says whether it was within the limit, for where nobody is to be told. */
export async function tryIsLeft(tx: Executor, limit: Limit): Promise<boolean> {
  const [counted] = await count(tx, [limit])
  return counted !== undefined && counted.tries <= limit.tries
}

function count(executor: Executor, limits: Limit[]) {
  // One order for everybody, so that two tries never wait for each other's rows.
  const sorted = limits.toSorted((a, b) => (a.key < b.key ? -1 : 1))
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
    })
    .returning()
}

/** Gives back a try that turned out well; only failures count. */
export async function returnTry(limits: Limit[]): Promise<void> {
  const keys = limits.map(({ key }) => key)
  await db
    .update(throttles)
    .set({ tries: sql`greatest(${throttles.tries} - 1, 0)` })
    .where(inArray(throttles.key, keys))
}

function inWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60)
  return minutes > 1 ? `${minutes} minutes` : "a minute"
}
