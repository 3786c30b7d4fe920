import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { log } from "@/lib/runtime/log"

/**
 * Adds another job for checks that are over and whose job has not run, because a killed worker holds it or it failed and
 * waits to be tried again. When both jobs run, the second does nothing.
 */
export async function raiseOverdueChecks(): Promise<void> {
  await db
    .execute(OVERDUE)
    .catch((err: unknown) => log.warn({ err }, "overdue checks for danger could not be looked for; trying again"))
}

const OVERDUE = sql`
  select graphile_worker.add_job('end_danger_check', json_build_object('requestId', request_id),
    job_key => 'danger-check:' || request_id || ':overdue', priority => -10)
  from ${dangerChecks} join ${serviceRequests} on id = request_id
  where outcome is null and due_at < now() - interval '5 seconds' and ${OPEN_ROWS}`
