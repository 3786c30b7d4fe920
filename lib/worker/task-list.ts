import type { JobHelpers, TaskList } from "graphile-worker"
import { withoutParams } from "@/db/errors"
import { runForRequestOf } from "@/lib/platform/jobs/request-flag"
import { isMailWaiting } from "@/lib/platform/mail/delivery-mode"
import { countRun } from "@/lib/platform/metrics/jobs"
import type { Tasks } from "./tasks"

const MOST_REMEMBERED = 1000

/**
 * Jobs finished by this process whose completion the database may have missed when a connection broke. If the queue
 * offers one again, it is not repeated.
 */
const done = new Set<string>()

function remember(job: string): void {
  done.add(job)
  for (const oldest of done) {
    if (done.size <= MOST_REMEMBERED) return
    done.delete(oldest)
  }
}

/**
 * Tasks in the form of the library, limited to those that can run: without a mail server, emails stay in the queue
 * untried.
 */
export function taskListOf(tasks: Partial<Tasks>): TaskList {
  const doable = Object.entries(tasks).filter(([name]) => name !== "send_mail" || !isMailWaiting())
  return Object.fromEntries(doable.map(([name, work]) => [name, doOnce(work)]))
}

function doOnce(work: (payload: never) => Promise<void>) {
  return async (payload: unknown, { job, abortPromise }: JobHelpers): Promise<void> => {
    const name = `${job.id} of ${job.created_at.toISOString()}`
    if (done.has(name)) return
    const startedAt = performance.now()
    const count = (outcome: "done" | "failed") =>
      countRun(job.task_identifier, outcome, (performance.now() - startedAt) / 1000)
    try {
      await Promise.race([runForRequestOf(job, () => work(payload as never)).then(() => remember(name)), abortPromise])
      count("done")
    } catch (thrown) {
      count("failed")
      // Why it failed is kept in the database and logged: without the values of a failed statement.
      throw withoutParams(thrown)
    }
  }
}
