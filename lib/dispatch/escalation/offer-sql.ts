import { type SQL, sql } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import { emergencies } from "@/db/schema/dispatch"
import { ofThisRequest } from "@/lib/platform/jobs/of-request"
import { env } from "@/lib/runtime/env"
import type { Offer } from "./next-offer"

/** What an offer is, however it came about: chosen by rule, or by hand. */
type Offering = Pick<Offer, "requestId" | "rung"> & { person: { id: string } | undefined }

/**
 * Writes down whom an emergency is offered to, and the job that offers it to the next unless they answer in time: both,
 * or neither. On the last rung there is no next, and every supervisor is written to instead.
 */
export function offerSql({ requestId, rung, person }: Offering): SQL {
  // Not the transaction's own time, which may have waited for the lock: nobody could see it before.
  const next = sql`clock_timestamp() + make_interval(secs => ${env().EMERGENCY_ACK_SECONDS}::int)`
  return sql`
    with offered as (
      insert into ${emergencies} (request_id, rung, offered_to, offered_at, due_at, offered)
      values (${requestId}, ${rung}, ${person?.id ?? null}, clock_timestamp(), ${next}, array_remove(array[${person?.id ?? null}::uuid], null))
      on conflict (request_id) do update set rung = excluded.rung, offered_to = excluded.offered_to, offered_at = excluded.offered_at,
        due_at = excluded.due_at, offer = ${emergencies.offer} + 1, offered = ${emergencies.offered} || excluded.offered,
        acknowledged_by = null, acknowledged_at = null
      returning request_id, rung, offer, due_at
    )
    ${rung === "supervisors" ? writeToSupervisors() : sql`select ${escalateLater()} from offered`}`
}

/** One job for each offer: what an earlier one was about is over, and it finds nothing to do. */
const escalateLater = () => sql`graphile_worker.add_job('escalate_emergency',
  json_build_object('requestId', request_id, 'offer', offer), run_at => due_at,
  job_key => 'emergency:' || request_id || ':' || offer, priority => -10,
  flags => ${ofThisRequest()})`

const writeToSupervisors = () => sql`
  select graphile_worker.add_job('send_mail', json_build_object(
    'kind', 'emergency_unanswered', 'accountId', ${accounts.id}, 'requestId', request_id), priority => -5,
    flags => ${ofThisRequest()})
  from offered, ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
  where ${accounts.role} = 'supervisor' and ${accounts.state} = 'active'`
