import { eq, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import type { Actor } from "@/lib/model/actor"

/**
 * Lets `first` begin and come as far as the account's sessions, which somebody holds; then lets `second` begin and come
 * as far as it can. Gives how both ended once they could go on.
 */
export async function overtake(actor: Actor, first: () => Promise<unknown>, second: () => Promise<unknown>) {
  const settled: Promise<PromiseSettledResult<unknown>[]>[] = []
  const begin = (work: () => Promise<unknown>) => {
    const outcome = Promise.allSettled([work()])
    settled.push(outcome)
    return outcome
  }
  await transaction(async (tx) => {
    await tx.select().from(sessions).where(eq(sessions.accountId, actor.id)).for("update")
    await Promise.race([begin(first), untilBlocked(1)])
    await Promise.race([begin(second), untilBlocked(2)])
  })
  return (await Promise.all(settled)).flat()
}

/** True waiting, not a pause: so many statements are blocked by locks of others. */
export async function untilBlocked(many: number): Promise<void> {
  const blocked = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await db.execute(blocked)).length < many);
}
