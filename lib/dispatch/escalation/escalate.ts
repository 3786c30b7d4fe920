import { type SQL, sql } from "drizzle-orm"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { keepDecisionSql } from "@/lib/dispatch/assignment/assign-sql"
import type { Candidates } from "@/lib/dispatch/assignment/candidates"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { remind } from "./ask-again"
import type { Unanswered } from "./lock-emergencies"
import { escalatedData, nextOffer, type Offer } from "./next-offer"
import { offerSql } from "./offer-sql"

/**
 * Makes the next offer of an emergency: writes its assignee, event and decision, and the job that ends the offer. When
 * its round is over, another begins with everybody who is on duty and qualified now. One whose assignee has it and was asked
 * again stays with them.
 */
export async function escalate(tx: AssignmentTx, candidates: Candidates, emergency: Unanswered): Promise<void> {
  if (emergency.askedAgain) return remind(tx, candidates, emergency)
  const { offered, from, round, isRoundOver, ...request } = emergency
  const next = nextOffer(candidates, request, isRoundOver ? [] : offered)
  const offer: Offer = isRoundOver ? { ...next, round: round + 1 } : next
  if (isTold(offer)) await tx.execute(escalateSql(offer, from))
  await tx.execute(offerSql(offer))
}

/**
 * A round in which nobody was on duty tells nothing new: of these only the 2nd, 4th, 8th and so on are written down, so
 * that the timeline of an emergency that nobody can take stays readable.
 */
const isTold = ({ round, candidate }: Offer): boolean => !round || candidate !== undefined || isPowerOfTwo(round)

const isPowerOfTwo = (count: number): boolean => Number.isInteger(Math.log2(count))

function escalateSql(offer: Offer, from: string | null): SQL {
  const { requestId, candidate, assignment } = offer
  const to = sql`${candidate?.id ?? null}::uuid`
  return sql`
    with passed as (
      update ${serviceRequests} set assignee_id = ${to}, version = version + 1, updated_at = now()
      where id = ${requestId} and assignee_id is distinct from ${to}
    )${assignment ? keepDecisionSql(assignment) : sql``}
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    values (${requestId}, 'escalated', ${JSON.stringify(escalatedData(offer, from))}::jsonb, false)`
}
