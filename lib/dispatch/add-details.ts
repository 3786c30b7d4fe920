import { and, count, eq, gt, min, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { dangerChecks, emergencies } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { DangerInText } from "@/lib/model/hazard"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import type { Tells } from "@/lib/model/tells"
import { becauseSql } from "@/lib/requests/because-sql"
import type { AddedDetails } from "@/lib/requests/contract"
import { getRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import { dangerAdded } from "@/lib/requests/urgency"
import { env } from "@/lib/runtime/env"
import { assigning } from "./assignment/assign-queue"
import type { AssignmentTx } from "./assignment/lock"
import { openDangerCheckSql } from "./danger-checks/open-danger-check-sql"
import { askAgain } from "./escalation/ask-again"
import { timesSql } from "./reports/join-sql"
import { separate } from "./reports/separate-report"
import { moreIn } from "./reports/tells-of"
import { tellSql } from "./reports/tells-sql"

/** More than anybody has to tell in an hour about one request. */
const MOST_AN_HOUR = 20
/** So much is taken where it may be about a danger, since the one that matters may come last. */
const MOST_OF_DANGER = 500
const HOUR_MS = 3_600_000

/**
 * Adds words to an open request and returns it. Words of danger, in a request that is no emergency, are put before staff on
 * duty, also when somebody has said of earlier ones that there is no danger; in one that is, whoever has it is
 * asked to acknowledge it again, and keeps it.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when the request has ended, `too_many_requests` when too
 * much was added within an hour: of what belongs to an emergency or may tell of a danger, far more than of anything else.
 */
export async function addDetails(actor: Actor, { id, details }: AddedDetails) {
  const seen = await getRequest(actor, { id })
  authorize(actor, "request.add-details", seen)
  const show = (tx: Tx) => showRequest(tx, id)
  if (seen.priority === "emergency") return assigning((tx) => tellEmergency(tx, actor, { id, details }), show)
  return transaction(async (tx) => {
    await tellRequest(tx, actor, { id, details })
    return show(tx)
  })
}

/** Details as people read them, and the words in them that are judged, if they are not the same or were judged already. */
interface Told extends AddedDetails {
  words?: string
  danger?: DangerInText | undefined
}

/** Adds to an emergency, under the assignment lock, after which the queue is assigned. Throws as `addDetails` does. */
export async function tellEmergency(tx: AssignmentTx, actor: Actor, told: Told): Promise<void> {
  const { joinedTo, assigneeId, status } = await tellRequest(tx, actor, told)
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

/** Adds to a request that is locked with it, and returns it as it was. Throws as `addDetails` does. */
export async function tellRequest(tx: Tx, actor: Actor, { id, details, danger: read }: Told) {
  const request = await lockRequest(tx, id)
  authorize(actor, "request.add-details", request)
  if (!isOpen(request.status))
    throw new AppError("conflict", "This request has ended. Send a new request if you still need help.")
  const danger = read && request.priority !== "emergency" ? read : dangerAdded(request, details)
  const isChecked = await isBeingChecked(tx, id)
  const mayMatter = request.priority === "emergency" || danger !== undefined
  await checkAdded(tx, id, mayMatter ? MOST_OF_DANGER : MOST_AN_HOUR)
  // Those who check read what speaks loudest: weaker words do not take the place of what the check opened with.
  const told = isChecked && danger?.verdict === "possible" ? undefined : danger
  await record(tx, actor, id, "noted", { note: details, ...told })
  await tx
    .update(serviceRequests)
    .set({ version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
    .where(eq(serviceRequests.id, id))
  if (danger) await tx.execute(openDangerCheckSql(id))
  return request
}

async function isBeingChecked(tx: Tx, id: string): Promise<boolean> {
  const [check] = await tx
    .select({ outcome: dangerChecks.outcome })
    .from(dangerChecks)
    .where(eq(dangerChecks.requestId, id))
  return check !== undefined && check.outcome === null
}

/** @throws AppError `too_many_requests`, with the seconds left */
async function checkAdded(tx: Tx, id: string, most: number): Promise<void> {
  const [added] = await tx
    .select({ times: count(), oldest: min(requestEvents.createdAt) })
    .from(requestEvents)
    .where(
      and(
        eq(requestEvents.requestId, id),
        eq(requestEvents.kind, "noted"),
        eq(requestEvents.visibleToCustomer, true),
        gt(requestEvents.createdAt, sql`now() - interval '1 hour'`),
      ),
    )
  if (!added || added.times < most) return
  const left = (added.oldest?.getTime() ?? Date.now()) + HOUR_MS - Date.now()
  const message = `You have added details many times in an hour. Try again later. For an emergency, call ${env().EMERGENCY_PHONE}.`
  throw new AppError("too_many_requests", message, { retryAfter: Math.max(1, Math.ceil(left / 1000)) })
}
