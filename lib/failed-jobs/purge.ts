import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { log } from "@/lib/log"
import { FAILED_AT } from "./failed-job"

const BATCH = 1000

/** Removes jobs that nobody tries again and that failed for the last time 30 days ago. */
export async function purgeDeadJobs(): Promise<void> {
  for (let removed = BATCH; removed === BATCH; ) {
    const rows = await db.execute(sql`
      select from graphile_worker.complete_jobs(array(
        select id from graphile_worker._private_jobs
        where attempts >= max_attempts and locked_at is null and ${FAILED_AT} < now() - interval '30 days'
        limit ${BATCH}::int))`)
    removed = rows.length
    if (removed > 0) log.info({ removed }, "removed jobs that were dead for 30 days")
  }
}
