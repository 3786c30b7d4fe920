import { type SQL, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import type { Resource } from "@/lib/model/policy"
import { requestIdOfJob } from "@/lib/platform/jobs/request-flag"
import type { FailedJob } from "./contract"
import { failureReason, withoutPeople } from "./failure-reason"

/**
 * When a job failed last. The queue stores only the time of the next try; the pause before it is the queue's own
 * formula.
 */
export const FAILED_AT = sql`greatest(updated_at, run_at - exp(least(attempts, 10)) * interval '1 second')`

/** Jobs that have failed. A job that a restore brought back dead has no error text, so attempts decide. */
const FAILED = sql`attempts > 0 and (last_error is not null or attempts >= max_attempts)`

/** A failed job as a policy resource that belongs to nobody. */
type Found = FailedJob & Resource

interface Row extends Record<string, unknown> {
  id: string
  task: string
  attempts: number
  max_attempts: number
  last_error: string
  run_at: string
  created_at: string
  failed_at: string
  is_running: boolean
  flags: Record<string, true> | null
}

/** Failed jobs that match a condition, newest first, including those being retried right now. */
export async function findFailedJobs(executor: Executor, condition: SQL, limit: number): Promise<Found[]> {
  const rows = await executor.execute<Row>(failedJobsSql(condition, limit))
  return rows.map((row) => ({
    id: Number(row.id),
    task: row.task,
    state: stateOf(row),
    why: failureReason(row.last_error),
    error: withoutPeople(row.last_error),
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    nextAttemptAt: stateOf(row) === "retrying" ? new Date(row.run_at) : null,
    failedAt: new Date(row.failed_at),
    createdAt: new Date(row.created_at),
    requestId: requestIdOfJob(row) ?? null,
  }))
}

/** The statement of `findFailedJobs`, exported because a test checks its plan. */
export const failedJobsSql = (condition: SQL, limit: number): SQL => sql`
  select id, task_identifier as task, attempts, max_attempts, coalesce(last_error, '') as last_error, run_at, created_at, ${FAILED_AT} as failed_at,
    locked_at is not null as is_running, flags
  from graphile_worker.jobs where ${FAILED} and ${condition} order by id desc limit ${limit}`

function stateOf(row: Pick<Row, "is_running" | "attempts" | "max_attempts">): FailedJob["state"] {
  if (row.is_running) return "running"
  return row.attempts < row.max_attempts ? "retrying" : "dead"
}
