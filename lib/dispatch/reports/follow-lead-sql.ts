import { type SQL, sql } from "drizzle-orm"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import type { Status } from "@/lib/model/status"
import { becauseSql } from "@/lib/requests/because-sql"
import { AUTHOR } from "@/lib/requests/record-event"
import { networkOfSql } from "./network-sql"
import { separatedSql } from "./separated-sql"

interface Ending {
  /** Who ended them: values for the columns of `AUTHOR`. */
  by: SQL
  /** Ids of the emergencies that have ended or are about to be deleted. */
  leads: SQL
  /** What became of them, and becomes of the reports that end with them. */
  to: Status
  note?: string | undefined
  /** Narrows the reports that end with their lead. */
  ends?: SQL
}

/** A statement that follows more would keep others waiting for the assignment lock. Nor does it wait for locked rows. */
const AT_ONCE = 200

export const LEAD_DELETED = "The first report was deleted"

const addressOf = (id: SQL) =>
  sql`(select address from ${requestEvents} e where e.request_id = ${id} and e.kind = 'filed' limit 1)`

/** Whether a report came from the person who sent the first. Those without an account share one, and are told by their network; of callers nothing tells. */
const FROM_THE_SAME = sql`(
  r.customer_id = coalesce(lead.customer_id, (select (data ->> 'customerId')::uuid from ${requestEvents} e
    where e.request_id = r.joined_to and e.kind = 'deleted' limit 1))
  and (r.customer_id <> ${REPORTER.id} or r.channel is distinct from 'phone' and ${networkOfSql(addressOf(sql`r.id`))} = ${networkOfSql(addressOf(sql`r.joined_to`))}))`

/** The report that others were passed on to when the lead of `oldest` ended, if it is still open. */
const HEIR_BEFORE = sql`
  select heir.id from ${serviceRequests} heir join ${requestEvents} e on e.request_id = heir.id
  where heir.priority = 'emergency' and heir.joined_to is null and heir.${OPEN_ROWS} and e.kind = 'separated'
    and e.data ->> 'from' = oldest.lead::text and e.actor_id is null and e.api_key_id is null
    and e.id > coalesce((select max(id) from ${requestEvents} where request_id = oldest.lead and kind = 'moved'), 0)
    and ${becauseSql(sql`heir.id`)} = oldest.because
  order by heir.id limit 1`

/**
 * What becomes of the reports that joined emergencies which end. Those of the same premises end with it, as work of
 * whoever had the first; when it was called off, only those that came from the same person do, since nobody can call off
 * what another has reported. Of the others at the premises the oldest is escalated on its own from now on, and the rest
 * joins that one; so do those from elsewhere, so that many reports of one source still have one escalation at a time.
 * It follows at most 200, and `followEndedLeads` the others. Run it under the assignment lock, and assign the queue after
 * it.
 */
export function followLeadSql({ by, leads, to, note, ends = sql`true` }: Ending): SQL {
  const isEnding = to === "cancelled" ? sql`because = 'premises' and of_same` : sql`because = 'premises'`
  return sql`
    with found as (
      select r.id, r.joined_to as lead, r.status as was, lead.assignee_id as assignee,
        coalesce(${becauseSql(sql`r.id`)}, 'filer') as because, coalesce(${FROM_THE_SAME}, false) as of_same
      from ${serviceRequests} r left join ${serviceRequests} lead on lead.id = r.joined_to
      where r.joined_to in (${leads}) and r.${OPEN_ROWS} order by r.id limit ${AT_ONCE} for update of r skip locked
    ), joined as (
      select *, ${isEnding} and ${ends} as ends from found
    ), ended as (
      update ${serviceRequests} set status = ${to}, assignee_id = joined.assignee, version = version + 1, updated_at = now()
      from joined where joined.id = ${serviceRequests.id} and joined.ends returning ${serviceRequests.id}, joined.was
    ), oldest as (
      select distinct on (lead, because) lead, because, id from joined where not ends order by lead, because, id
    ), heirs as (
      select lead, because, coalesce((${HEIR_BEFORE}), id) as heir from oldest
    ), passed as (
      update ${serviceRequests} set joined_to = nullif(heir, ${serviceRequests.id}), version = version + 1, updated_at = now()
      from joined join heirs using (lead, because) where joined.id = ${serviceRequests.id} and not joined.ends
      returning ${serviceRequests.id}, ${serviceRequests.joinedTo}, lead, because
    ), ${separatedSql(sql`select id from passed where joined_to is null`)}
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select id, 'moved'::event_kind, ${by}, jsonb_strip_nulls(jsonb_build_object('from', was, 'to', ${to}::text, 'note', ${note ?? null}::text)), true from ended
    union all
    select id, case when joined_to is null then 'separated'::event_kind else 'joined' end, null, null, null,
      case when joined_to is null then jsonb_build_object('from', lead)
        else jsonb_build_object('to', joined_to, 'because', because) end, true from passed
    returning request_id`
}
