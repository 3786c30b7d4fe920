import { sql } from "drizzle-orm"
import { runOnce } from "graphile-worker"
import { db } from "@/db/client"
import { TASKS } from "@/lib/worker/tasks"
import { optionsFor } from "@/lib/worker/worker"

/** Does every job that is due, as a worker would, and returns when none is left. */
export const runJobs = () => runOnce(optionsFor(TASKS))

/** Jobs in the queue, tried or not. */
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

interface Failure {
  error?: string
  attempts?: number
  /** How long ago its last attempt was, as an interval of PostgreSQL. */
  ago?: string
}

/** A job that has failed, as the library leaves it behind. Gives its id. */
export async function failJob({
  error = "It did not work.",
  attempts = 3,
  ago = "1 minute",
}: Failure = {}): Promise<number> {
  const [job] = await db.execute<{ id: string }>(sql`
    with added as (select * from graphile_worker.add_job('send_mail', '{"kind":"password_changed"}'::json))
    select id from added`)
  const id = Number(job?.id)
  await db.execute(sql`
    update graphile_worker._private_jobs set last_error = ${error}, attempts = ${attempts}::int,
      created_at = now() - ${ago}::interval - interval '1 hour', updated_at = now() - ${ago}::interval - interval '1 hour',
      run_at = now() - ${ago}::interval + exp(least(${attempts}::int, 10)) * interval '1 second'
    where id = ${id}`)
  return id
}
