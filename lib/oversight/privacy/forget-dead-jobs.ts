import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { FAILED_AT } from "@/lib/oversight/failed-jobs/find-failed-jobs"
import type { RetentionSpan } from "./retention-rule"

const BATCH = 1000

/** Drops jobs that have failed for the last time, by the queue's own function. */
export async function* forgetDeadJobs(span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
  const dead = sql`select id from graphile_worker._private_jobs
    where attempts >= max_attempts and locked_at is null and ${FAILED_AT} < now() - ${span}::interval`
  if (dry) return yield (await db.execute(dead)).length
  let rows: number
  do {
    const dropped = await db.execute(sql`
      select id from graphile_worker.complete_jobs(array(${dead} limit ${BATCH}::int))`)
    rows = dropped.length
    yield rows
  } while (rows === BATCH)
}
