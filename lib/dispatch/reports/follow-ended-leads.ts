import { sql } from "drizzle-orm"
import { db } from "@/db/client"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import type { Status } from "@/lib/model/status"
import { log } from "@/lib/runtime/log"
import { followLeadSql, LEAD_DELETED } from "./follow-lead-sql"

/**
 * Has reports follow an emergency that has ended or is gone without them: there were too many of them to follow at once,
 * or a version before this one, which knows of no reports, ended it while both serve. Each batch has a transaction of its
 * own, so that new emergencies are assigned between them.
 */
export async function followEndedLeads(): Promise<void> {
  try {
    for (const lead of await db.execute<EndedLead>(ENDED_LEADS)) while (await followSome(lead));
  } catch (err) {
    log.warn({ err }, "reports that joined an emergency could not be checked; trying again")
  }
}

interface EndedLead extends Record<string, unknown> {
  id: string
  status: Status
  /** Who ended it, and what they told its customer. */
  actorId: string | null
  apiKeyId: string | null
  address: string | null
  note: string | null
}

/** By what is open, since reports that have ended still say which one they had joined. */
const ENDED_LEADS = sql`
  select reports.lead as id, coalesce(lead.status, 'cancelled') as status, actor_id as "actorId",
    api_key_id as "apiKeyId", address, case when lead.id is null then ${LEAD_DELETED} else data ->> 'note' end as note
  from (select distinct joined_to as lead from ${serviceRequests}
    where priority = 'emergency' and ${OPEN_ROWS} and joined_to is not null) reports
  left join ${serviceRequests} lead on lead.id = reports.lead
  left join lateral (select * from ${requestEvents} e where e.request_id = reports.lead and kind in ('moved', 'deleted')
    order by e.id desc limit 1) ending on true
  where lead.id is null or not lead.${OPEN_ROWS}`

/** Returns whether it found any. */
async function followSome({ id, status: to, actorId, apiKeyId, address, note }: EndedLead): Promise<boolean> {
  const by = sql`${actorId}::uuid, ${apiKeyId}::uuid, ${address}::text`
  const follow = followLeadSql({ by, leads: sql`select ${id}::uuid`, to, note: note ?? undefined })
  return assigning(async (tx) => (await tx.execute(follow)).length > 0)
}
