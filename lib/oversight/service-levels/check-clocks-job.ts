import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { checkClocks } from "./check-clocks"

/** As the one that comes every minute is known, so that there is never more than one that waits. */
const JOB = "check_clocks"

/** The job of looking at what is due, which comes again in a few seconds: an emergency has but a minute. */
export async function checkClocksAgain(): Promise<void> {
  await checkClocks()
  await db.execute(sql`
    select graphile_worker.add_job(${JOB}::text, run_at => now() + interval '5 seconds', job_key => ${JOB})`)
}
