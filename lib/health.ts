import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { db } from "@/db/client"

const LONGEST = 1000

/** Whether requests can be served: the database answers within a second. */
export async function isReady(): Promise<boolean> {
  const answered = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  return Promise.race([answered, sleep(LONGEST, false, { ref: false })])
}
