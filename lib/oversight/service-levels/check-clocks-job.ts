import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { checkClocks } from "./check-clocks"

/** The job key of the minutely job, so that at most one of them waits. */
const JOB = "check_clocks"

/**
 * The job that checks due clocks and schedules itself again in five seconds, since an emergency must be acknowledged
 * within a minute.
 */
export async function checkClocksAgain(): Promise<void> {
  await checkClocks()
  await db.execute(sql`
    select graphile_worker.add_job(${JOB}::text, run_at => now() + interval '5 seconds', job_key => ${JOB})`)
}
