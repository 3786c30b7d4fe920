import { sql } from "drizzle-orm"
import { HELD } from "@/db/backup/queries"
import { db } from "@/db/client"

/** Whether a row of `graphile_worker.jobs` is held back. */
export const IS_HELD = sql`run_at > now() + interval '500 years'`

/** How many jobs a restore has held back. */
export async function countHeldJobs(): Promise<number> {
  const [row] = await db.execute<{ held: number }>(
    sql`select count(*)::int as held from graphile_worker.jobs where ${IS_HELD}`,
  )
  return row?.held ?? 0
}

/** Lets every job run that was held back. Gives how many. */
export async function releaseJobs(): Promise<number> {
  const released = await db.execute(sql`
    select id from graphile_worker.jobs cross join lateral
      (select from graphile_worker.reschedule_jobs(array[id], run_at := jobs.run_at - ${HELD}::interval)) rescheduled
    where ${IS_HELD}`)
  return released.length
}
