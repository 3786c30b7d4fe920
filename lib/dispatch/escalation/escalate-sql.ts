import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { OPEN_ROWS, requestEvents, serviceRequests } from "@/db/schema/requests"
import { keepDecisionSql } from "@/lib/dispatch/assignment/assign-sql"
import type { Candidates } from "@/lib/dispatch/assignment/candidates"
import { REQUIRED_SKILL } from "@/lib/dispatch/assignment/required-skill-sql"
import type { RequestToAssign } from "@/lib/model/decision"
import { escalatedData, nextOffer, type Offer } from "./next-offer"
import { offerSql } from "./offer-sql"

/** An open emergency that goes on to the next. */
interface Unanswered extends RequestToAssign {
  /** Whom it was offered to so far. */
  offered: string[]
  /** With whom it is, unless they gave it back. */
  from: string | null
}

/** Somebody had until now to say that they have it. */
export const unansweredSql = (requestId: string, offer: number): SQL => sql`
  request_id = ${requestId} and offer = ${offer}::int and rung <> 'supervisors' and acknowledged_at is null`

/** Whoever had it, or was asked to, is there no more. What is with all supervisors rests until one of them takes it. */
export const ABANDONED = sql`
  assignee_id is null and (rung is distinct from 'supervisors' or acknowledged_at is not null)`

/** Such emergencies, oldest first. The caller holds the assignment lock, as all do who decide about emergencies. */
export const findEmergencies = (tx: Tx, which: SQL) =>
  tx.execute<Unanswered & Record<string, unknown>>(sql`
    select id as "requestId", ${REQUIRED_SKILL} as category, priority, premises ->> 'postcode' as postcode, assignee_id as "from",
      coalesce(to_json(offered), '[]') as offered
    from ${serviceRequests} left join ${emergencies} on request_id = id
    where priority = 'emergency' and ${OPEN_ROWS} and ${which}
    order by id for update of ${serviceRequests}`)

/** Offers an emergency to the next: the request, its event, why it is them, and the next offer's job, all or nothing. */
export async function escalate(tx: Tx, crew: Candidates, { offered, from, ...need }: Unanswered): Promise<void> {
  const offer = nextOffer(crew, need, offered)
  await tx.execute(escalateSql(offer, from))
  await tx.execute(offerSql(offer))
}

function escalateSql(offer: Offer, from: string | null): SQL {
  const { requestId, person, given } = offer
  return sql`
    with passed as (
      update ${serviceRequests} set assignee_id = ${person?.id ?? null}, version = version + 1, updated_at = now()
      where id = ${requestId}
    )${given ? keepDecisionSql(given) : sql``}
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    values (${requestId}, 'escalated', ${JSON.stringify(escalatedData(offer, from))}::jsonb, false)`
}
