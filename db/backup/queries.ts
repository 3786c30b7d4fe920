import type { SqlSession } from "@/db/backup/connection"

/** Reads what a backup records about the database besides its rows: versions, and the last seal of the audit log. */
export async function readFacts(sql: SqlSession) {
  const [facts] = await sql<
    { madeAt: string; postgres: string; migration: number; position: number | null; hash: string | null }[]
  >`
    select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt", current_setting('server_version') as postgres,
      (select max(created_at)::float8 from drizzle.__drizzle_migrations) as migration, position::float8, hash
    from (select) one left join lateral
      (select position, hash from public.audit_seals order by position desc limit 1) head on true`
  if (!facts?.migration) throw new Error("The database has not been set up.")
  const { position, hash, ...rest } = facts
  return { ...rest, auditHead: { position: position ?? 0, hash: hash ?? "0".repeat(64) } }
}

/** Selects the ids of all files that rows need, oldest first: none in which something harmful was found. */
export const fileIdsIn = (sql: SqlSession) => sql`
  select id, home from public.attachments where scan <> 'found'
  union all select id, home from public.pictures order by id`

export const JOB_COLUMNS = ["task", "payload", "priority", "run_at", "attempts", "max_attempts", "key"]

/** Selects every job with what it takes to add it again, but those that make pictures: photos without any are found again. */
export const savedJobs = (sql: SqlSession) => sql`
  select identifier as task, payload, priority, run_at, attempts, max_attempts, key
  from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
  where identifier <> 'make_pictures' order by jobs.id`

/** Makes a temporary table for saved jobs, which lasts as long as the transaction. */
export const makeJobTable = (sql: SqlSession) => sql`
  create temp table saved_jobs (place int generated always as identity, task text, payload json, priority int,
    run_at timestamptz, attempts int, max_attempts int, key text) on commit drop`

/** How far restored jobs are put off: no job is meant to run then. Subtracting it again gives the time it was meant for. */
export const HELD = "1000 years"

/**
 * Adds the saved jobs by the queue's own functions, since its tables differ by version. They are put off from the first
 * moment on: the database may be a copy of one whose mail has been sent already.
 */
export const addSavedJobs = (sql: SqlSession) => sql`
  select graphile_worker.reschedule_jobs(array[added.id], attempts := saved.attempts)
  from saved_jobs saved cross join lateral graphile_worker.add_job(task, payload, run_at := case
      when saved.run_at > now() + interval '500 years' then saved.run_at else saved.run_at + ${HELD}::interval end,
    max_attempts := saved.max_attempts, job_key := saved.key, priority := saved.priority) added`
