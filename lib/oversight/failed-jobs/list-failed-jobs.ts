import { sql } from "drizzle-orm"
import { reading } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { findFailedJobs } from "./find-failed-jobs"

/**
 * A page of jobs that have failed and are not done, newest first.
 * @throws AppError `forbidden` unless the actor may read jobs.
 */
export async function listFailedJobs(actor: Actor, { after, limit }: { after?: number; limit: number }) {
  permit(actor, "job.read")
  const found = await findFailedJobs(reading, after === undefined ? sql`true` : sql`id < ${after}`, limit + 1)
  const items = found.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && found.length > limit ? String(last.id) : null }
}
