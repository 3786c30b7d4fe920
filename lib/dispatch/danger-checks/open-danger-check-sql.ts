import { type SQL, sql } from "drizzle-orm"
import { dangerChecks } from "@/db/schema/dispatch"
import { requestFlagSql } from "@/lib/platform/jobs/request-flag"
import { env } from "@/lib/runtime/env"

/**
 * Puts a request before staff on duty, with the job that makes it an emergency unless somebody answers in time: again if
 * somebody has said that there was no danger. A check that is open keeps its time.
 */
export const openDangerCheckSql = (requestId: string): SQL => sql`
  with opened as (
    insert into ${dangerChecks} (request_id, due_at)
    values (${requestId}, clock_timestamp() + make_interval(secs => ${env().DANGER_CHECK_SECONDS}::int))
    on conflict (request_id) do update set created_at = excluded.created_at, due_at = excluded.due_at,
      outcome = null, decided_by = null, decided_at = null
    where ${dangerChecks}.outcome = 'no_danger'
    returning request_id, due_at
  )
  select graphile_worker.add_job('end_danger_check', json_build_object('requestId', request_id), run_at => due_at,
    job_key => 'danger-check:' || request_id, priority => -10, flags => ${requestFlagSql()})
  from opened`
