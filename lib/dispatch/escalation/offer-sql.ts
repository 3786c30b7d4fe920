import { type SQL, sql } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { requestFlagSql } from "@/lib/platform/jobs/request-flag"
import { env } from "@/lib/runtime/env"
import type { Offer } from "./next-offer"

/** An offer that the rules made, or a supervisor by hand. */
type OfferToWrite = Pick<Offer, "requestId" | "level"> & { candidate: { id: string } | undefined }

/**
 * Writes down the offer of an emergency together with the job that escalates it unless it is acknowledged in time. The
 * last level has none after it: every supervisor is written to instead.
 */
export function offerSql({ requestId, level, candidate }: OfferToWrite): SQL {
  // Not `now()`, the beginning of the transaction, which may have waited for the lock while nobody could see the offer.
  const next = sql`clock_timestamp() + make_interval(secs => ${env().EMERGENCY_ACK_SECONDS}::int)`
  return sql`
    with offered as (
      insert into ${emergencies} (request_id, rung, offered_to, offered_at, due_at, offered)
      values (${requestId}, ${level}, ${candidate?.id ?? null}, clock_timestamp(), ${next}, array_remove(array[${candidate?.id ?? null}::uuid], null))
      on conflict (request_id) do update set rung = excluded.rung, offered_to = excluded.offered_to, offered_at = excluded.offered_at,
        due_at = excluded.due_at, offer = ${emergencies.offer} + 1, offered = ${emergencies.offered} || excluded.offered,
        acknowledged_by = null, acknowledged_at = null
      returning request_id, rung, offer, due_at
    )
    ${level === "supervisors" ? mailSupervisorsSql() : sql`select ${escalateLaterSql()} from offered`}`
}

/** A job of its own for each offer; the job of an earlier offer finds nothing to do. */
const escalateLaterSql = () => sql`graphile_worker.add_job('escalate_emergency',
  json_build_object('requestId', request_id, 'offer', offer), run_at => due_at,
  job_key => 'emergency:' || request_id || ':' || offer, priority => -10,
  flags => ${requestFlagSql()})`

const mailSupervisorsSql = () => sql`
  select graphile_worker.add_job('send_mail', json_build_object(
    'kind', 'emergency_unanswered', 'accountId', ${accounts.id}, 'requestId', request_id), priority => -5,
    flags => ${requestFlagSql()})
  from offered, ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
  where ${accounts.role} = 'supervisor' and ${accounts.state} = 'active'`
