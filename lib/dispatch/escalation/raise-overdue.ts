import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import { log } from "@/lib/runtime/log"

/**
 * Adds another escalation job for offers and rounds that are over and were not escalated. A killed worker holds its job for minutes
 * and a failed job is tried again after longer and longer pauses; an emergency waits for neither. When both jobs run, the
 * second does nothing.
 */
export async function raiseOverdue(): Promise<void> {
  await db
    .execute(OVERDUE)
    .catch((err: unknown) => log.warn({ err }, "overdue emergencies could not be checked; trying again"))
}

const OVERDUE = sql`
  select graphile_worker.add_job('escalate_emergency', json_build_object('requestId', request_id, 'offer', offer),
    job_key => 'emergency:' || request_id || ':' || offer || ':overdue', priority => -10)
  from ${emergencies} join ${serviceRequests} on id = request_id
  where acknowledged_at is null and joined_to is null and due_at < now() - interval '5 seconds' and ${OPEN_ROWS}`
