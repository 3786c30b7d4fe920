import { EventEmitter } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { sql } from "drizzle-orm"
import { type JobHelpers, Logger, type RunnerOptions, run, type WorkerEvents } from "graphile-worker"
import { db } from "@/db/client"
import { withoutParams } from "@/db/errors"
import { env } from "@/lib/env"
import { log } from "@/lib/log"
import { closeTransport } from "@/lib/mail/hand-over"
import { isMailKept } from "@/lib/mail/is-kept"
import { TASKS, type Tasks } from "./tasks"

const CONCURRENCY = 2
/** One connection listens for new jobs. */
const CONNECTIONS = CONCURRENCY + 1
/** Jobs under way when the process is told to stop have this long; then they are given back and tried again. */
const LONGEST_FINISH = 5000
const PAUSE = 1000
const MINUTE = 60_000

export interface Worker {
  /** Takes no more jobs and finishes those it has. */
  stop: () => Promise<void>
}

/** Does jobs until it is stopped, however often the database goes away meanwhile. */
export function startWorker(tasks: Tasks = TASKS): Worker {
  if (!env().SMTP_URL && !isMailKept()) log.warn("SMTP_URL is missing: mail waits in the queue until it is set")
  const stopping = new AbortController()
  const freeing = setInterval(freeAbandoned, MINUTE).unref()
  const ended = keepRunning(tasks, stopping.signal)
  return {
    async stop() {
      clearInterval(freeing)
      stopping.abort()
      await ended
      closeTransport()
    },
  }
}

async function keepRunning(tasks: Tasks, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    try {
      await runUntil(stopping, tasks)
    } catch (err) {
      log.warn({ err: withoutParams(err) }, "the worker of jobs stopped and is started again")
    }
    await sleep(PAUSE, undefined, { signal: stopping }).catch(() => undefined)
  }
}

async function runUntil(stopping: AbortSignal, tasks: Tasks): Promise<void> {
  const runner = await run(optionsFor(tasks))
  let stopped: Promise<void> | undefined
  const stop = () => {
    stopped = runner.stop().catch(() => undefined)
  }
  stopping.addEventListener("abort", stop)
  if (stopping.aborted) stop()
  try {
    await runner.promise
    await stopped
  } finally {
    stopping.removeEventListener("abort", stop)
  }
}

/** How jobs are done, here and in tests. */
export function optionsFor(tasks: Tasks): RunnerOptions {
  const taskList = Object.fromEntries(Object.entries(tasks).map(([name, work]) => [name, task(work)]))
  return {
    connectionString: env().DATABASE_URL,
    maxPoolSize: CONNECTIONS,
    concurrency: CONCURRENCY,
    taskList,
    parsedCronItems: [],
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: LONGEST_FINISH,
    // What came of a job is written down again and again until the database is back to take it.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger,
    events: eventsToReport(),
  }
}

/** Why a job failed is kept in the database and logged, without the values of a failed statement. */
function task<P>(work: (payload: P) => Promise<void>) {
  return async (payload: unknown, { abortPromise }: JobHelpers): Promise<void> => {
    try {
      await Promise.race([work(payload as P), abortPromise])
    } catch (thrown) {
      throw withoutParams(thrown)
    }
  }
}

/** Frees the jobs of workers that were killed: none takes minutes. The library itself would wait for four hours. */
async function freeAbandoned(): Promise<void> {
  const abandoned = sql`select distinct locked_by from graphile_worker.jobs where locked_at < now() - interval '5 minutes'`
  await db
    .execute(sql`select graphile_worker.force_unlock_workers(array(${abandoned}))`)
    .catch((err: unknown) => log.warn({ err }, "jobs of killed workers could not be freed; it is tried again"))
}

/** What fails is tried again, so it is a warning until it has failed for the last time. */
const LEVELS = { error: "warn", warning: "warn", info: "debug", debug: "trace" } as const

const logger = new Logger(({ taskIdentifier, jobId }) => (level, message, meta) => {
  const [first] = message.split("\n")
  log[LEVELS[level]]({ job: taskIdentifier, jobId, err: meta?.error }, first)
})

function eventsToReport(): WorkerEvents {
  const events: WorkerEvents = new EventEmitter()
  events.on("job:failed", ({ job, error }) =>
    log.error({ job: job.task_identifier, jobId: job.id, err: error }, "a job failed for the last time"),
  )
  return events
}
