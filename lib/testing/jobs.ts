import { sql } from "drizzle-orm"
import { runOnce } from "graphile-worker"
import { db } from "@/db/client"
import { TASKS } from "@/lib/jobs/tasks"
import { optionsFor } from "@/lib/jobs/worker"

/** Does every job that is due, as a worker would, and returns when none is left. */
export const runJobs = () => runOnce(optionsFor(TASKS))

/** What waits in the queue, tried or not. */
export const waitingJobs = () =>
  db.execute<{ id: string; attempts: number; last_error: string | null }>(
    sql`select id, attempts, last_error from graphile_worker.jobs order by id`,
  )

/** The pause before another try is over. */
export const makeJobsDue = () =>
  db.execute(sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`)

/** Leaves no job behind for the next test. */
export const forgetJobs = () =>
  db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
