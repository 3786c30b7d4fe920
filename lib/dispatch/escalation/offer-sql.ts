import { type SQL, sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { REQUEST_TELLS } from "@/lib/dispatch/reports/tells-sql"
import { requestFlagSql } from "@/lib/platform/jobs/request-flag"
import { env } from "@/lib/runtime/env"
import type { Offer } from "./next-offer"
import { mailNoticedSql, noticedSql } from "./notify-supervisors-sql"

/** An offer that the rules made, or a supervisor by hand. */
type OfferToWrite = Pick<Offer, "requestId" | "level" | "round"> & {
  candidate: { id: string } | undefined
  /** Whoever has it is asked to confirm what came since. */
  askedAgain?: boolean
  /** Account ids of the supervisors who are written to; on the last level all are. */
  readers?: readonly string[]
}

/** Not `now()`, the beginning of the transaction, which may have waited for the lock while nobody could see the offer. */
const NOW = sql`clock_timestamp()`

const after = (seconds: number) => sql`make_interval(secs => ${seconds}::int)`

/**
 * Writes down the offer of an emergency together with the job that escalates it unless it is acknowledged in time. On
 * the last level all supervisors are written to as well, and the job begins the next round, which does not begin sooner
 * than a set time after this one did.
 */
export function offerSql({ requestId, level, candidate, round, askedAgain = false, readers }: OfferToWrite): SQL {
  const { EMERGENCY_ACK_SECONDS, EMERGENCY_ROUND_SECONDS } = env()
  const isLast = level === "supervisors"
  const isTold = isLast || readers !== undefined
  const [begins, pause] = [round !== undefined, after(EMERGENCY_ROUND_SECONDS)]
  const roundAt = begins ? NOW : sql`${emergencies.roundAt}`
  const due = isLast ? sql`greatest(${roundAt} + ${pause}, ${NOW})` : sql`excluded.due_at`
  return sql`
    with offered as (
      insert into ${emergencies} (request_id, rung, offered_to, offered_at, due_at, offered, round_at, asked_again, tells)
      values (${requestId}, ${level}, ${candidate?.id ?? null}, ${NOW}, ${NOW} + ${isLast ? pause : after(EMERGENCY_ACK_SECONDS)},
        array_remove(array[${candidate?.id ?? null}::uuid], null), ${NOW}, ${askedAgain},
        (select ${REQUEST_TELLS} from ${serviceRequests} where ${serviceRequests.id} = ${requestId}))
      on conflict (request_id) do update set rung = excluded.rung, offered_to = excluded.offered_to, offered_at = excluded.offered_at,
        due_at = ${due}, offer = ${emergencies.offer} + 1,
        offered = ${begins ? sql`excluded.offered` : sql`${emergencies.offered} || excluded.offered`},
        round = ${begins ? sql`${round}::int` : sql`${emergencies.round}`}, round_at = ${roundAt},
        asked_again = excluded.asked_again, acknowledged_by = null, acknowledged_at = null
      returning request_id, offer, due_at
    )
    ${isTold ? noticedSql(readers) : sql``}
    select ${escalateLaterSql()} from offered
    ${isTold ? sql`union all ${mailNoticedSql()}` : sql``}`
}

/** A job of its own for each offer; the job of an earlier offer finds nothing to do. */
const escalateLaterSql = () => sql`graphile_worker.add_job('escalate_emergency',
  json_build_object('requestId', request_id, 'offer', offer), run_at => due_at,
  job_key => 'emergency:' || request_id || ':' || offer, priority => -10,
  flags => ${requestFlagSql()})`
