import { sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { requestEvents } from "@/db/schema/requests"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { askAgain } from "@/lib/dispatch/escalation/ask-again"
import { timesSql } from "@/lib/dispatch/reports/join-sql"
import { separate } from "@/lib/dispatch/reports/separate-report"
import { moreIn } from "@/lib/dispatch/reports/tells-of"
import { tellSql } from "@/lib/dispatch/reports/tells-sql"
import type { Actor } from "@/lib/model/actor"
import type { Tells } from "@/lib/model/tells"
import { becauseSql } from "@/lib/requests/because-sql"
import { type CustomersWords, type LockedRequest, tellRequest } from "./tell-request"

/**
 * Adds words of its customer to an emergency, under the assignment lock, after which the queue is assigned. Whoever has it
 * is asked to acknowledge it again when they tell of more, and keeps it. Throws as `tellRequest` does.
 * @returns the request as it was, and the event
 */
export async function tellEmergency(tx: AssignmentTx, actor: Actor, told: CustomersWords) {
  const written = await tellRequest(tx, actor, told)
  await spreadWord(tx, actor, told, written.request)
  return written
}

async function spreadWord(tx: AssignmentTx, actor: Actor, told: CustomersWords, request: LockedRequest): Promise<void> {
  const { joinedTo, assigneeId, status } = request
  const { id, details, words = details } = told
  const lead = joinedTo ?? id
  const isJoined = joinedTo !== null
  const { because, isAcknowledged, isHeld, known } = await readLead(tx, id, lead)
  const more = moreIn(words, known)
  // Whoever reports from elsewhere than the emergency that theirs has joined, and has more to say, has to be seen to.
  if (isJoined && (because === "filer" || (more && isHeld))) return separate(tx, actor, { id, joinedTo })
  if (isJoined)
    await tx.execute(sql`
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    values (${joinedTo}, 'reported_again', jsonb_build_object('requestId', ${id}::uuid, 'times', ${timesSql(sql`${joinedTo}`)}), false)`)
  if (!more) return
  await tx.execute(tellSql(lead, more, true))
  if (isAcknowledged) await askAgain(tx, actor, { id, assigneeId, status })
}

/** Why a report has joined an emergency, whether somebody has that one or it itself and has confirmed all of it, and what they know. */
async function readLead(tx: AssignmentTx, id: string, lead: string) {
  const [found] = await tx.execute<{
    because: string | null
    isAcknowledged: boolean
    isHeld: boolean
    known: Tells[]
  }>(sql`
    select ${becauseSql(sql`${id}::uuid`)} as because, acknowledged_at is not null as "isAcknowledged",
      acknowledged_at is not null or asked_again as "isHeld", to_json(tells) as known
    from ${emergencies} where request_id = ${lead}`)
  return found ?? { because: null, isAcknowledged: false, isHeld: false, known: [] }
}
