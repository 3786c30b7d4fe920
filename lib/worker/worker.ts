import { setTimeout as sleep } from "node:timers/promises"
import { type RunnerOptions, run, type WorkerEvents } from "graphile-worker"
import { withoutParams } from "@/db/errors"
import { raiseOverdueChecks } from "@/lib/dispatch/danger-checks/raise-overdue-checks"
import { raiseOverdue } from "@/lib/dispatch/escalation/raise-overdue"
import { followEndedLeads } from "@/lib/dispatch/reports/follow-ended-leads"
import { keepNotifying } from "@/lib/oversight/notifications/keep-notifying"
import { unlockAbandonedJobs, unlockJobsOf } from "@/lib/platform/jobs/unlock-jobs"
import { closeMailTransport } from "@/lib/platform/mail/deliver-mail"
import { isMailWaiting } from "@/lib/platform/mail/delivery-mode"
import { isScannerSet } from "@/lib/platform/scanner/clamd"
import { env } from "@/lib/runtime/env"
import { log } from "@/lib/runtime/log"
import { recurring } from "./recurring"
import { jobEvents, jobLogger } from "./report-jobs"
import { taskListOf } from "./task-list"
import { TASKS, type Tasks } from "./tasks"

const CONCURRENCY = 2
/** Jobs under way when the process is told to stop have this long; then they are given back and tried again. */
const LONGEST_FINISH = 5000
const PAUSE = 1000
const MINUTE = 60_000
/** Milliseconds between searches for emergencies and checks for danger whose time is over and whose job has not run. */
const BETWEEN_LOOKS = 10_000

export interface Worker {
  /** Takes no more jobs and finishes those it has. */
  stop: () => Promise<void>
}

/** Runs jobs until it is stopped, across losses of the database. */
export function startWorker(tasks: Partial<Tasks> = TASKS): Worker {
  if (isMailWaiting()) log.warn("SMTP_URL is missing: mail waits in the queue until it is set")
  const stopping = new AbortController()
  void unlockAbandonedJobs()
  const freeing = setInterval(unlockAbandonedJobs, MINUTE).unref()
  const raise = () => void Promise.all([raiseOverdue(), raiseOverdueChecks(), followEndedLeads()])
  raise()
  const raising = setInterval(raise, BETWEEN_LOOKS).unref()
  const stopNotifying = keepNotifying()
  // A mail server or push service that takes its time holds up its own, and never an emergency on its way to the next.
  const { send_mail, send_push, ...rest } = tasks
  const sent = { ...(send_mail && { send_mail }), ...(send_push && { send_push }) }
  // The same is true of a virus scanner, where there is one.
  const { scan_file, ...others } = rest
  const groups = isScannerSet() && scan_file ? [sent, { scan_file }, others] : [sent, rest]
  const ended = Promise.all(groups.map((tasks) => keepRunning(tasks, stopping.signal)))
  return {
    async stop() {
      clearInterval(freeing)
      clearInterval(raising)
      stopping.abort()
      await Promise.all([ended, stopNotifying()])
      closeMailTransport()
    },
  }
}

async function keepRunning(tasks: Partial<Tasks>, stopping: AbortSignal): Promise<void> {
  const options = optionsFor(tasks)
  // The library refuses to run for nothing.
  if (Object.keys(options.taskList ?? {}).length === 0) return
  const events = jobEvents()
  const ran = new Set<string>()
  events.on("pool:create", ({ workerPool }) => ran.add(workerPool.id))
  while (!stopping.aborted) {
    try {
      if (ran.size > 0) await unlockJobsOf(ran)
      ran.clear()
      await runUntil(stopping, { ...options, events })
    } catch (err) {
      log.warn({ err: withoutParams(err) }, "the worker ended and is being restarted")
    }
    await sleep(PAUSE, undefined, { signal: stopping }).catch(() => undefined)
  }
}

async function runUntil(stopping: AbortSignal, options: RunnerOptions & { events: WorkerEvents }): Promise<void> {
  const runner = await run(options)
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

/** Options of the library, in the app and in tests. */
export function optionsFor(tasks: Partial<Tasks>): RunnerOptions {
  return {
    connectionString: env().DATABASE_DIRECT_URL,
    // One connection listens for new jobs and one writes down what came of them; the jobs themselves use the app's own.
    maxPoolSize: 2,
    concurrency: CONCURRENCY,
    taskList: taskListOf(tasks),
    parsedCronItems: recurring(tasks),
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: LONGEST_FINISH,
    // When a worker cannot write down what came of a job it ends, instead of going on as if nothing had happened.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: jobLogger,
  }
}
