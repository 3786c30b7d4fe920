import { sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { auditJob, lockFailed } from "./lock-failed-job"

/**
 * Schedules a failed job to run now, with all its attempts, and returns its id.
 * @throws AppError `not_found` when it is no longer failed or may not be seen, `forbidden` by policy, `conflict` while
 * it is being tried.
 */
export function retryJob(actor: Actor, { id }: { id: number }): Promise<{ id: number }> {
  return transaction(async (tx) => {
    const job = await lockFailed(tx, actor, id)
    await tx.execute(sql`
      select from graphile_worker.reschedule_jobs(array[${id}::bigint], run_at := now(), attempts := 0)`)
    await auditJob(tx, actor, "job.retried", job)
    return { id }
  })
}
