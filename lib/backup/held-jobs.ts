import { sql } from "drizzle-orm"
import { db } from "@/db/client"

/** So far off that no job is meant to run then; taken away again, the job runs when it was meant to. */
const HELD = sql`interval '1000 years'`

/** Whether a row of `graphile_worker.jobs` is held back. */
export const IS_HELD = sql`run_at > now() + interval '500 years'`

/** Holds back every job there is: whatever was restored may be a copy, whose mail has been sent already. Gives how many. */
export async function holdJobs(): Promise<number> {
  const held = await db.execute(sql`
    select id from graphile_worker.jobs cross join lateral
      (select from graphile_worker.reschedule_jobs(array[id], run_at := run_at + ${HELD})) rescheduled
    where not ${IS_HELD}`)
  return held.length
}

/** Lets every job run that was held back. Gives how many. */
export async function releaseJobs(): Promise<number> {
  const released = await db.execute(sql`
    select id from graphile_worker.jobs cross join lateral
      (select from graphile_worker.reschedule_jobs(array[id], run_at := jobs.run_at - ${HELD})) rescheduled
    where ${IS_HELD}`)
  return released.length
}
