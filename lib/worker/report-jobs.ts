import { EventEmitter } from "node:events"
import { Logger, type WorkerEvents } from "graphile-worker"
import { requestIdOfJob } from "@/lib/platform/jobs/request-flag"
import { log } from "@/lib/runtime/log"

/** Log levels for the library's own. A failed try is a warning, since it is repeated; only the last one is an error. */
const LEVELS = { error: "warn", warning: "warn", info: "debug", debug: "trace" } as const

/** The library's messages in our log. */
export const jobLogger = new Logger(() => (level, message, meta) => {
  const [first] = message.split("\n")
  log[LEVELS[level]]({ err: meta?.error }, first)
})

/** Events of a worker; the log hears of jobs that have failed for the last time. */
export function jobEvents(): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on("job:failed", ({ job, error }) =>
    log.error(
      { job: job.task_identifier, jobId: job.id, requestId: requestIdOfJob(job), err: error },
      "a job failed for the last time",
    ),
  )
  return events
}
