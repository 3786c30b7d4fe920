import { type SQL, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { IS_HELD, releaseJobs } from "@/lib/oversight/backup/held-jobs"
import { audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import { command, Misuse } from "./command"

const STATE = sql`case when ${IS_HELD} then 'held' when attempts >= max_attempts then 'dead'
  when locked_at is not null then 'running' when last_error is not null then 'failed' else 'queued' end`

await command(
  {
    name: "jobs",
    summary: "Lists queued, running, failed and dead jobs, and retries or drops them.",
    options: {
      retry: { value: "ID", about: "retry this job now, with all its attempts" },
      drop: { value: "ID", about: "delete this job without running it" },
      release: { about: "run the jobs that `npm run restore` has held back" },
      json: { about: "print the list as JSON" },
    },
    examples: [
      ["", "list the jobs"],
      ["--retry 42", "retry job 42, for example after the mail server was repaired"],
      ["--release", "after a restore that replaces a lost installation"],
    ],
  },
  async ({ retry, drop, release, json }) => {
    if ([retry, drop, release || undefined].filter((it) => it !== undefined).length > 1)
      throw new Misuse("Give only one of --retry, --drop and --release.")
    if (release) console.log(`${await releaseJobs()} jobs released.`)
    else if (retry)
      await change(
        "job.retried",
        retry,
        (id) => sql`graphile_worker.reschedule_jobs(${id}, run_at := now(), attempts := 0)`,
      )
    else if (drop) await change("job.dropped", drop, (id) => sql`graphile_worker.complete_jobs(${id})`)
    else await list(json)
  },
)

async function change(action: "job.retried" | "job.dropped", typed: string, by: (ids: SQL) => SQL): Promise<void> {
  if (!/^\d{1,18}$/.test(typed)) throw new Misuse("Give the number of a job, as the list shows it.")
  await transaction(async (tx) => {
    const [job] = await tx.execute<{ task: string }>(
      sql`select task_identifier as task from graphile_worker.jobs where id = ${typed}::bigint`,
    )
    const changed = await tx.execute(sql`select id from ${by(sql`array[${typed}::bigint]`)}`)
    if (!job || changed.length === 0) throw new Error(`There is no job ${typed}, or it is running now.`)
    await audit(tx, COMMAND_LINE, { action, subject: ["job", typed], data: { task: job.task } })
  })
  console.log("Done.")
}

/** Without what a job was given to do: that may name people. */
async function list(asJson: boolean): Promise<void> {
  const jobs = await db.execute(sql`
    select id::text, task_identifier as task, ${STATE} as state, attempts || ' of ' || max_attempts as tries,
      to_char(run_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "runsAt", split_part(last_error, E'\n', 1) as error
    from graphile_worker.jobs order by state, run_at, id`)
  if (asJson) console.log(JSON.stringify(jobs))
  else if (jobs.length === 0) console.log("There are no jobs.")
  else console.table(jobs)
}
