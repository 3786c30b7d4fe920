import { EventEmitter } from "node:events"
import { Logger, type WorkerEvents } from "graphile-worker"
import { requestIdOfJob } from "@/lib/platform/jobs/request-flag"
import { log } from "@/lib/runtime/log"

/** What fails is tried again, so it is a warning until it has failed for the last time. */
const LEVELS = { error: "warn", warning: "warn", info: "debug", debug: "trace" } as const

/** The library's own words, in our log. */
export const jobLogger = new Logger(() => (level, message, meta) => {
  const [first] = message.split("\n")
  log[LEVELS[level]]({ err: meta?.error }, first)
})

/** What a worker tells about itself, of which the log hears what matters. */
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
