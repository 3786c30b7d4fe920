import { and, count, eq, gt, min, sql } from "drizzle-orm"
import { one, type Tx } from "@/db/client"
import { dangerChecks } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { openDangerCheckSql } from "@/lib/dispatch/danger-checks/open-danger-check-sql"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { DangerInText } from "@/lib/model/hazard"
import type { MessageChannel } from "@/lib/model/message"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { waitInWords } from "@/lib/model/wait-words"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { dangerAdded } from "@/lib/requests/urgency"
import { writtenByCustomerSql } from "@/lib/requests/written-by-customer-sql"
import { env } from "@/lib/runtime/env"

/** One a minute: people who write as they chat send one sentence at a time. */
const MOST_AN_HOUR = 60
/** So much is taken where it may be about a danger, since the one that matters may come last. */
const MOST_OF_DANGER = 500
const HOUR_MS = 3_600_000

/** What its customer tells us, as people read it, and the words in it that are judged, if they are not the same or were judged already. */
export interface CustomersWords {
  id: string
  details: string
  channel?: MessageChannel | undefined
  words?: string
  danger?: DangerInText | undefined
}

export type LockedRequest = typeof serviceRequests.$inferSelect

/**
 * Adds words of its customer to a request, which is locked with it. Words of danger, in a request that is no emergency, are
 * put before staff on duty, also when somebody has said of earlier ones that there is no danger.
 * @returns the request as it was, and the event
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when the request has ended, `too_many_requests` when too
 * much was added within an hour: of what belongs to an emergency or may tell of a danger, far more than of anything else.
 */
export async function tellRequest(tx: Tx, actor: Actor, { id, details, channel, danger: read }: CustomersWords) {
  const request = await lockRequest(tx, id)
  authorize(actor, "request.add-details", request)
  if (!isOpen(request.status) && request.status !== "resolved") throw hasEnded()
  const danger = read && request.priority !== "emergency" ? read : dangerAdded(request, details)
  const mayMatter = request.priority === "emergency" || danger !== undefined
  await checkAdded(tx, id, mayMatter)
  const told = await loudest(tx, id, danger)
  const data = { message: details, from: "customer" as const, ...(channel && { channel }), ...told }
  const event = one(await record(tx, actor, id, "messaged", data).returning())
  await tx
    .update(serviceRequests)
    .set({ version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
    .where(eq(serviceRequests.id, id))
  if (danger) await tx.execute(openDangerCheckSql(id))
  return { request, event }
}

export const hasEnded = () =>
  new AppError("conflict", "This request has ended. Send a new request if you still need help.")

/** Those who check read what speaks loudest: weaker words do not take the place of what the check opened with. */
export const loudest = async (
  tx: Tx,
  id: string,
  danger: DangerInText | undefined,
): Promise<DangerInText | undefined> =>
  danger?.verdict === "possible" && (await isBeingChecked(tx, id)) ? undefined : danger

async function isBeingChecked(tx: Tx, id: string): Promise<boolean> {
  const [check] = await tx
    .select({ outcome: dangerChecks.outcome })
    .from(dangerChecks)
    .where(eq(dangerChecks.requestId, id))
  return check !== undefined && check.outcome === null
}

/**
 * Checks how much a customer has added to a request within an hour: where it may matter, far more is taken.
 * @throws AppError `too_many_requests`, with the seconds left
 */
export async function checkAdded(tx: Tx, id: string, mayMatter: boolean): Promise<void> {
  const most = mayMatter ? MOST_OF_DANGER : MOST_AN_HOUR
  const [added] = await tx
    .select({ times: count(), oldest: min(requestEvents.createdAt) })
    .from(requestEvents)
    .where(
      and(
        eq(requestEvents.requestId, id),
        writtenByCustomerSql(requestEvents),
        gt(requestEvents.createdAt, sql`now() - interval '1 hour'`),
      ),
    )
  if (!added || added.times < most) return
  const left = (added.oldest?.getTime() ?? Date.now()) + HOUR_MS - Date.now()
  const retryAfter = Math.max(1, Math.ceil(left / 1000))
  const message = `You have written many times in an hour. Try again in ${waitInWords(retryAfter)}. For an emergency, call ${env().EMERGENCY_PHONE}.`
  throw new AppError("too_many_requests", message, { retryAfter })
}
