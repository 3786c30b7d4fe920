import { type SQL, sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Premises } from "@/lib/model/premises"
import type { Tells } from "@/lib/model/tells"
import { filerOf } from "./filer"
import type { OpenEmergency } from "./join-of"
import { REQUEST_TELLS } from "./tells-sql"

type Row = [
  id: string,
  at: number,
  premises: Premises,
  customerId: string,
  actorId: string | null,
  apiKeyId: string | null,
  address: string | null,
  takenBy: string | null,
  tells: Tells[],
]

/**
 * The open emergencies that have joined no other and that somebody is about to see to, in the order of reporting, as one JSON
 * value; null for none. What is on hold for later takes in nothing new.
 */
export const OPEN_EMERGENCIES: SQL = sql`(
  select json_agg(json_build_array(${serviceRequests.id}, floor(extract(epoch from ${serviceRequests.createdAt}) * 1000),
    ${serviceRequests.premises}, ${serviceRequests.customerId}, filed.actor_id, filed.api_key_id, filed.address,
    case when coalesce(ladder.acknowledged_at is not null or ladder.asked_again, true) then coalesce(${serviceRequests.assigneeId}::text, '') end,
    to_json(coalesce(ladder.tells, ${REQUEST_TELLS}))) order by ${serviceRequests.id})
  from ${serviceRequests} join ${requestEvents} filed on filed.request_id = ${serviceRequests.id} and filed.kind = 'filed'
    left join ${emergencies} ladder on ladder.request_id = ${serviceRequests.id}
  where ${serviceRequests.priority} = 'emergency' and ${OPEN_ROWS}
    and ${serviceRequests.status} <> 'on_hold' and ${serviceRequests.joinedTo} is null)`

/** Understands what `OPEN_EMERGENCIES` read. */
export const openEmergenciesOf = (rows: unknown): OpenEmergency[] =>
  ((rows as Row[] | null) ?? []).map(([id, at, premises, customerId, actorId, apiKeyId, address, takenBy, tells]) => ({
    id,
    at,
    premises,
    tells,
    ...filerOf({ customerId, actorId, apiKeyId, address }),
    ...(takenBy !== null && { takenBy }),
  }))
