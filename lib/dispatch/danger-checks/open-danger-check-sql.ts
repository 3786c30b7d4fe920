import { type SQL, sql } from "drizzle-orm"
import { dangerChecks } from "@/db/schema/dispatch"
import { requestFlagSql } from "@/lib/platform/jobs/request-flag"
import { env } from "@/lib/runtime/env"

/** Puts a request before staff on duty, with the job that makes it an emergency unless somebody answers in time. */
export const openDangerCheckSql = (requestId: string): SQL => sql`
  with opened as (
    insert into ${dangerChecks} (request_id, due_at)
    values (${requestId}, clock_timestamp() + make_interval(secs => ${env().DANGER_CHECK_SECONDS}::int))
    returning request_id, due_at
  )
  select graphile_worker.add_job('end_danger_check', json_build_object('requestId', request_id), run_at => due_at,
    job_key => 'danger-check:' || request_id, priority => -10, flags => ${requestFlagSql()})
  from opened`
