import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize, may } from "@/lib/model/policy"
import type { FailedJob } from "./contract"
import { findFailedJobs } from "./find-failed-jobs"

/**
 * One failed job.
 * @throws AppError `not_found` once it is done, dropped or tried for the first time anew, or when the actor may not
 * read jobs.
 */
export async function getFailedJob(actor: Actor, { id }: { id: number }): Promise<FailedJob> {
  const [job] = may(actor, "job.read") ? await findFailedJobs(db, sql`id = ${id}`, 1) : []
  authorize(actor, "job.read", job)
  return job
}
