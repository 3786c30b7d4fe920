import { type SQL, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { log } from "@/lib/runtime/log"

/**
 * Unlocks the jobs of workers that ended without finishing them, so that others run them.
 * @param workers ids, or a query that selects them
 */
export async function unlockJobsOf(workers: SQL | Iterable<string>): Promise<void> {
  const names =
    Symbol.iterator in workers ? sql`select json_array_elements_text(${JSON.stringify([...workers])})` : workers
  await db.execute(sql`select graphile_worker.force_unlock_workers(array(${names}))`)
}

const ABANDONED_WORKERS = sql`
  select distinct locked_by from graphile_worker.jobs where locked_at < now() - interval '5 minutes'`

/**
 * Unlocks jobs that have been locked for five minutes: no job takes that long, so their workers were killed.
 * graphile-worker itself would wait for four hours. A failure is logged and not thrown, since it is tried again.
 */
export async function unlockAbandonedJobs(): Promise<void> {
  await unlockJobsOf(ABANDONED_WORKERS).catch((err: unknown) =>
    log.warn({ err }, "jobs of killed workers could not be freed; it is tried again"),
  )
}
