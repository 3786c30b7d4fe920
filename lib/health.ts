import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { env } from "@/lib/env"

const LONGEST = 1000

/** Whether requests can be served: the database answers within a second, or is not asked during maintenance. */
export async function isReady(): Promise<boolean> {
  if (env().MAINTENANCE === "1") return true
  const answered = db.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  return Promise.race([answered, sleep(LONGEST, false, { ref: false })])
}
