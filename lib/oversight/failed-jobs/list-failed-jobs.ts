import { sql } from "drizzle-orm"
import { db, reading } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize, may, permit } from "@/lib/model/policy"
import type { FailedJob } from "./contract"
import { findFailed } from "./find-failed-jobs"

/** Jobs that have failed and are not done yet, newest first. */
export async function listFailedJobs(actor: Actor, { after, limit }: { after?: number; limit: number }) {
  permit(actor, "job.read")
  const found = await findFailed(reading, after === undefined ? sql`true` : sql`id < ${after}`, limit + 1)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && found.length > limit ? String(last.id) : null }
}

/** One job that has failed. Throws `not_found` once it is done, dropped, or tried for the first time anew. */
export async function getFailedJob(actor: Actor, { id }: { id: number }): Promise<FailedJob> {
  const [job] = may(actor, "job.read") ? await findFailed(db, sql`id = ${id}`, 1) : []
  authorize(actor, "job.read", job)
  return job
}
