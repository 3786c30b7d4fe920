import { Counter, Histogram } from "prom-client"
import { metric } from "./registry"

const runs = metric(
  "gas_job_runs_total",
  (common) =>
    new Counter({ ...common, help: "Attempts at a job that ended in this process", labelNames: ["task", "outcome"] }),
)

const durations = metric(
  "gas_job_duration_seconds",
  (common) =>
    new Histogram({
      ...common,
      help: "How long an attempt took, whatever its outcome",
      labelNames: ["task"],
      buckets: [0.005, 0.025, 0.1, 0.5, 1, 2.5, 5, 10, 30],
    }),
)

/** Counts one run of a job and how long it took. */
export function countRun(task: string, outcome: "done" | "failed", seconds: number): void {
  runs.inc({ task, outcome })
  durations.observe({ task }, seconds)
}
