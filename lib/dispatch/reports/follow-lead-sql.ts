import { type SQL, sql } from "drizzle-orm"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { Status } from "@/lib/model/status"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"
import { becauseSql } from "./because-sql"
import { separatedSql } from "./separated-sql"

interface Ending {
  /** Undefined when the reports follow emergencies that ended before. */
  actor?: Actor
  /** Ids of the emergencies that have ended or are about to be deleted in this transaction. */
  leads: SQL
  /** What became of them, and becomes of the reports that end with them. */
  to: Status | SQL
  note?: string | undefined
  /** Narrows the reports that end with their lead. */
  ends?: SQL
  /** How many reports follow at most; the others do in `followEndedLeads`. */
  most?: number
}

/** A statement that follows more would keep others waiting for the assignment lock. Nor does it wait for locked rows. */
const AT_ONCE = 200

const BECAUSE = becauseSql(sql`r.id`)

/** Where two requests came from. Those without an account share one customer, so they are told by their address. */
const sender = (row: SQL) => sql`(${row}.customer_id, (select case when actor_id is null and api_key_id is null
  then address end from ${requestEvents} e where e.request_id = ${row}.id and e.kind = 'filed' limit 1))`
const FROM_THE_SAME = sql`${sender(sql`r`)} is not distinct from ${sender(sql`lead`)}`

/**
 * What becomes of the reports that joined emergencies which end. Those of the same premises end with it, as work of
 * whoever had the first; when it was called off, only those that came from the same person do, since nobody can call off
 * what another has reported. Of the others the oldest is escalated on its own from now on, and the rest joins that one,
 * so that many reports of one source still have one escalation at a time. Run it under the assignment lock, and assign
 * the queue after it.
 */
export function followLeadSql({ actor, leads, to, note, ends = sql`true`, most = AT_ONCE }: Ending): SQL {
  const by = actor ? authorSql(actor) : sql`null::uuid, null::uuid, null::text`
  return sql`
    with joined as (
      select r.id, r.joined_to as lead, r.status as was, lead.assignee_id as assignee, ${to}::status as became,
        coalesce(${BECAUSE} = 'premises' and (${to}::status <> 'cancelled' or ${FROM_THE_SAME}) and ${ends}, false) as ends
      from ${serviceRequests} r left join ${serviceRequests} lead on lead.id = r.joined_to
      where r.joined_to in (${leads}) and r.${OPEN_ROWS} order by r.id limit ${most} for update of r skip locked
    ), ended as (
      update ${serviceRequests} set status = became, assignee_id = joined.assignee, version = version + 1, updated_at = now()
      from joined where joined.id = ${serviceRequests.id} and joined.ends returning ${serviceRequests.id}, joined.was, joined.became
    ), heirs as (
      select distinct on (lead) lead, id as heir from joined where not ends order by lead, id
    ), passed as (
      update ${serviceRequests} set joined_to = nullif(heir, ${serviceRequests.id}), version = version + 1, updated_at = now()
      from joined join heirs on heirs.lead = joined.lead where joined.id = ${serviceRequests.id} and not joined.ends
      returning ${serviceRequests.id}, ${serviceRequests.joinedTo}, heirs.lead
    ), ${separatedSql(sql`select id from passed where joined_to is null`)}
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select id, 'moved'::event_kind, ${by}, jsonb_strip_nulls(jsonb_build_object('from', was, 'to', became, 'note', ${note ?? null}::text)), true from ended
    union all
    select id, case when joined_to is null then 'separated'::event_kind else 'joined' end, null, null, null,
      case when joined_to is null then jsonb_build_object('from', lead)
        else jsonb_build_object('to', joined_to, 'because', 'filer') end, true from passed
    returning request_id`
}
