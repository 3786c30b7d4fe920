import { type SQL, sql } from "drizzle-orm"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { keepDecisionSql } from "@/lib/dispatch/assignment/assign-sql"
import type { Candidates } from "@/lib/dispatch/assignment/candidates"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import type { Unanswered } from "./lock-emergencies"
import { escalatedData, nextOffer, type Offer } from "./next-offer"
import { offerSql } from "./offer-sql"

/** Makes the next offer of an emergency: writes its assignee, event and decision, and the job that ends the offer. */
export async function escalate(
  tx: AssignmentTx,
  candidates: Candidates,
  { offered, from, ...request }: Unanswered,
): Promise<void> {
  const offer = nextOffer(candidates, request, offered)
  await tx.execute(escalateSql(offer, from))
  await tx.execute(offerSql(offer))
}

function escalateSql(offer: Offer, from: string | null): SQL {
  const { requestId, candidate, assignment } = offer
  return sql`
    with passed as (
      update ${serviceRequests} set assignee_id = ${candidate?.id ?? null}, version = version + 1, updated_at = now()
      where id = ${requestId}
    )${assignment ? keepDecisionSql(assignment) : sql``}
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    values (${requestId}, 'escalated', ${JSON.stringify(escalatedData(offer, from))}::jsonb, false)`
}
