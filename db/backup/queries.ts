import type { Session } from "@/db/backup/connection"

/** What a backup notes of the database besides its rows. */
export async function readFacts(sql: Session) {
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

/** The ids of all files that rows name, oldest first. */
export const attachmentIdsIn = (sql: Session) => sql`select id from public.attachments order by id`

export const JOB_COLUMNS = ["task", "payload", "priority", "run_at", "attempts", "max_attempts", "key"]

/** Every job there is, by what it takes to add it again. */
export const savedJobs = (sql: Session) => sql`
  select identifier as task, payload, priority, run_at, attempts, max_attempts, key
  from graphile_worker._private_jobs jobs join graphile_worker._private_tasks tasks on tasks.id = task_id
  order by jobs.id`

/** A place for saved jobs, for as long as the transaction lasts. */
export const makeJobTable = (sql: Session) => sql`
  create temp table saved_jobs (place int generated always as identity, task text, payload json, priority int,
    run_at timestamptz, attempts int, max_attempts int, key text) on commit drop`

/** So far off that no job is meant to run then; taken away again, the job runs when it was meant to. */
export const HELD = "1000 years"

/**
 * Adds the saved jobs anew, by the functions of whatever version of the queue this is, and held back from the first
 * moment on: whatever is restored may be a copy, whose mail has been sent already.
 */
export const addSavedJobs = (sql: Session) => sql`
  select graphile_worker.reschedule_jobs(array[added.id], attempts := saved.attempts)
  from saved_jobs saved cross join lateral graphile_worker.add_job(task, payload, run_at := case
      when saved.run_at > now() + interval '500 years' then saved.run_at else saved.run_at + ${HELD}::interval end,
    max_attempts := saved.max_attempts, job_key := saved.key, priority := saved.priority) added`
