import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import type { Span } from "./rule"

/** Drops jobs that have failed for the last time, by the queue's own function. */
export async function* forgetDeadJobs(span: Span, dry: boolean): AsyncGenerator<number> {
  const dead = sql`select id from graphile_worker.jobs
    where attempts >= max_attempts and locked_at is null and updated_at < now() - ${span}::interval`
  const done = dry ? dead : sql`select id from graphile_worker.complete_jobs(array(${dead}))`
  yield (await db.execute(done)).length
}
