import { sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { auditJob, lockFailed } from "./lock-failed-job"

/**
 * Drops a failed job, which then is never done.
 * @throws AppError `not_found` when it is no longer failed or may not be seen, `forbidden` by policy, `conflict` while
 * it is being tried.
 */
export function dropJob(actor: Actor, { id }: { id: number }): Promise<void> {
  return transaction(async (tx) => {
    const job = await lockFailed(tx, actor, id)
    await tx.execute(sql`select from graphile_worker.complete_jobs(array[${id}::bigint])`)
    await auditJob(tx, actor, "job.dropped", job)
  })
}
