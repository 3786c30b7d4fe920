import { type SQL, sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { env } from "@/lib/env"
import type { Offer } from "./ladder"

/**
 * Writes down whom an emergency is offered to, and the job that offers it to the next unless they answer in time: both,
 * or neither. On the last rung there is no next.
 */
export function offering({ requestId, rung, person }: Offer): SQL {
  const next = sql`now() + make_interval(secs => ${env().EMERGENCY_ACK_SECONDS}::int)`
  return sql`
    with offered as (
      insert into ${emergencies} (request_id, rung, offered_to, due_at, offered)
      values (${requestId}, ${rung}, ${person?.id ?? null}, ${next}, array_remove(array[${person?.id ?? null}::uuid], null))
      on conflict (request_id) do update set rung = excluded.rung, offered_to = excluded.offered_to, offered_at = now(),
        due_at = excluded.due_at, offer = ${emergencies.offer} + 1, offered = ${emergencies.offered} || excluded.offered,
        acknowledged_by = null, acknowledged_at = null
      returning request_id, rung, offer, due_at
    )
    select graphile_worker.add_job('escalate_emergency', json_build_object('requestId', request_id, 'offer', offer),
      run_at => due_at, job_key => 'emergency:' || request_id, priority => -10)
    from offered where rung <> 'supervisors'`
}
