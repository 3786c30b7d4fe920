import { sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize, may } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { FailedJob } from "./contract"
import { findFailedJobs } from "./find-failed-jobs"

/**
 * A failed job that no worker can take until the transaction ends.
 * @throws AppError `not_found` when it has not failed or may not be seen, `forbidden` by policy, `conflict` while it is
 * being tried.
 */
export async function lockFailed(tx: Tx, actor: Actor, id: number): Promise<FailedJob> {
  // Refused before a row is locked, since a lock keeps workers from it.
  if (!may(actor, "job.edit")) authorize(actor, "job.edit", undefined)
  await tx.execute(sql`select from graphile_worker._private_jobs where id = ${id} for update`)
  const [job] = await findFailedJobs(tx, sql`id = ${id}`, 1)
  authorize(actor, "job.edit", job)
  if (job.state === "running")
    throw new AppError("conflict", "This job is running. Wait for it to finish, then try again.")
  return job
}

/** Notes who decided about a job. */
export const auditJob = (tx: Tx, actor: Actor, action: "job.retried" | "job.dropped", { id, task }: FailedJob) =>
  audit(tx, authorOf(actor), { action, subject: ["job", String(id)], data: { task } })
