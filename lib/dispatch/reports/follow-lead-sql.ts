import { type SQL, sql } from "drizzle-orm"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import type { Status } from "@/lib/model/status"
import { AUTHOR, authorSql } from "@/lib/requests/record-event"
import { separatedSql } from "./separated-sql"

interface Ending {
  actor: Actor
  /** Ids of the emergencies that have ended or are about to be deleted in this transaction. */
  leads: SQL
  /** What became of them, and becomes of the reports that end with them. */
  to: Status
  note?: string | undefined
  /** Narrows the reports at the same premises that end with their lead; all of them by default. */
  ends?: SQL
}

/**
 * What becomes of the reports that joined emergencies which end: those of the same premises end with them, as work of
 * whoever had the first. Of the others
 * the oldest is escalated on its own from now on, and the rest joins that one, so that many reports of one source still
 * have one escalation at a time. Run it under the assignment lock, and assign the queue after it.
 */
export function followLeadSql({ actor, leads, to, note, ends = sql`true` }: Ending): SQL {
  const by = authorSql(actor)
  return sql`
    with joined as (
      select ${serviceRequests.id}, ${serviceRequests.joinedTo} as lead, ${serviceRequests.status} as was,
        (select lead.assignee_id from ${serviceRequests} lead where lead.id = ${serviceRequests.joinedTo}) as assignee,
        coalesce(${ends} and (select data ->> 'because' = 'premises' from ${requestEvents} e
          where e.request_id = ${serviceRequests.id} and e.kind = 'joined' order by e.id desc limit 1), false) as ends
      from ${serviceRequests}
      where ${serviceRequests.joinedTo} in (${leads}) and ${OPEN_ROWS} order by id for update
    ), ended as (
      update ${serviceRequests} set status = ${to}, assignee_id = joined.assignee, version = version + 1, updated_at = now()
      from joined where joined.id = ${serviceRequests.id} and joined.ends returning ${serviceRequests.id}, joined.was
    ), heirs as (
      select distinct on (lead) lead, id as heir from joined where not ends order by lead, id
    ), passed as (
      update ${serviceRequests} set joined_to = nullif(heir, ${serviceRequests.id}), version = version + 1, updated_at = now()
      from joined join heirs on heirs.lead = joined.lead where joined.id = ${serviceRequests.id} and not joined.ends
      returning ${serviceRequests.id}, ${serviceRequests.joinedTo}, heirs.lead
    ), ${separatedSql(sql`select id from passed where joined_to is null`)}
    insert into ${requestEvents} (request_id, kind, ${AUTHOR}, data, visible_to_customer)
    select id, 'moved'::event_kind, ${by}, jsonb_strip_nulls(jsonb_build_object('from', was, 'to', ${to}::text, 'note', ${note ?? null}::text)), true from ended
    union all
    select id, case when joined_to is null then 'separated'::event_kind else 'joined' end, null, null, null,
      case when joined_to is null then jsonb_build_object('from', lead)
        else jsonb_build_object('to', joined_to, 'because', 'filer') end, true from passed`
}
