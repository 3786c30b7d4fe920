import { sql } from "drizzle-orm"
import { Gauge } from "prom-client"
import { metric } from "@/lib/platform/metrics/registry"
import type { Figures } from "./figures"

const STATES = ["scheduled", "queued", "running", "failed", "dead"] as const

const jobs = metric(
  "gas_jobs",
  (common) =>
    new Gauge({
      ...common,
      help: "Jobs by task and state; failed jobs are retried, dead jobs are not. Counts up to 200,000",
      labelNames: ["task", "state"],
    }),
)

const oldest = metric(
  "gas_jobs_oldest_due_seconds",
  (common) => new Gauge({ ...common, help: "How long the oldest due job has been due", labelNames: ["task"] }),
)

/** Jobs that are queued, running and failed, by task. */
export const jobFigures: Figures = {
  question: sql`
    with counted as (
      select task_id,
        count(*) filter (where locked_at is null and attempts = 0 and run_at > now())::int as scheduled,
        count(*) filter (where locked_at is null and attempts = 0 and run_at <= now())::int as queued,
        count(*) filter (where locked_at is not null)::int as running,
        count(*) filter (where locked_at is null and attempts > 0 and attempts < max_attempts)::int as failed,
        count(*) filter (where locked_at is null and attempts >= max_attempts)::int as dead,
        extract(epoch from now() - min(run_at) filter (where is_available and run_at <= now()))::float8 as oldest
      from (
        select task_id, locked_at, attempts, max_attempts, run_at, is_available
        from graphile_worker._private_jobs limit 200000
      ) jobs group by task_id
    )
    select identifier as task, scheduled, queued, running, failed, dead, oldest
    from graphile_worker._private_tasks left join counted on task_id = id`,
  show(rows) {
    jobFigures.forget()
    for (const row of rows) {
      const task = String(row.task)
      for (const state of STATES) jobs.set({ task, state }, Number(row[state] ?? 0))
      oldest.set({ task }, Number(row.oldest ?? 0))
    }
  },
  forget() {
    jobs.reset()
    oldest.reset()
  },
}
