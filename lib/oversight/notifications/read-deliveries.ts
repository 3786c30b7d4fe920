import { and, asc, eq, inArray, lte, type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { deliveries, notifications } from "@/db/schema/notifications"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { isMailbox } from "@/lib/identity/accounts/no-email"
import { GATHERED, isTold, type NoticeId, TOLD_TOGETHER } from "@/lib/model/notice"
import { may } from "@/lib/model/policy"
import type { Status } from "@/lib/model/status"
import { type Recipient, readRecipients } from "./recipients"

/** Something that waits to be sent, with what its request is now. */
export interface WaitingDelivery {
  id: string
  /** Null where it is about an email. */
  eventId: number | null
  requestId: string | null
  mailId: string | null
  notice: NoticeId
  /** What staff wrote with the event, if it is for the customer. */
  note: string | null
  reference: string | null
  category: (typeof serviceRequests.$inferSelect)["category"] | null
}

/** A summary tells of this many; the rest stands in the list of notifications. */
const MOST_IN_DIGEST = 100

const IS_MAIL_KEPT = sql<boolean>`exists (select from ${inboundMails}
  where ${inboundMails.id} = ${deliveries.mailId} and ${inboundMails.outcome} = 'kept')`

/** Written out, because PostgreSQL uses the index of what waits only for the very same predicate. */
const IS_WAITING = sql`${deliveries.state} = 'waiting'`

/** Of one email or push message. */
export const isDelivery = (id: string): SQL => sql`${deliveries.id} = ${id}`

const transactionOf = (eventId: SQL) =>
  sql`(select ${requestEvents.transactionId} from ${requestEvents} where ${requestEvents.id} = ${eventId})`

/**
 * Of one email that tells of all that waits to be told by email as this delivery is, the same notice of the same request, and
 * of what was done together with any of that.
 */
export const isToldWith = (id: string): SQL => sql`(${isDelivery(id)} or ${deliveries.id} in (
  with this as (select * from ${deliveries} where id = ${id} and channel = 'mail'), same as (
    select that.* from this join ${deliveries} that on that.account_id = this.account_id and that.state = 'waiting'
      and that.request_id = this.request_id and that.channel = 'mail' and not that.digest
    where that.id = this.id or that.notice = this.notice and ${inArray(sql`that.notice`, [...GATHERED])})
  select id from same
  union select that.id from same join ${deliveries} that on that.account_id = same.account_id and that.state = 'waiting'
    and that.request_id = same.request_id and that.channel = 'mail' and not that.digest
  where ${inArray(sql`that.notice`, [...TOLD_TOGETHER])} and ${inArray(sql`same.notice`, [...TOLD_TOGETHER])}
    and ${transactionOf(sql`that.event_id`)} = ${transactionOf(sql`same.event_id`)}))`

/** Of the daily summary that is due. */
export const inDigestOf = (accountId: string): SQL =>
  sql`${deliveries.accountId} = ${accountId} and ${deliveries.digest} and ${lte(deliveries.dueAt, sql`now() + interval '1 minute'`)}`

/**
 * The deliveries that meet a condition and still have a reason, with their reader. Those that have lost it are dropped: read
 * meanwhile, no longer true, not wanted any more, or about what their reader may not see now.
 */
export async function takeDeliveries(
  tx: Tx,
  accountId: string,
  condition: SQL,
): Promise<{ reader: Recipient; waiting: WaitingDelivery[] } | undefined> {
  const rows = await tx
    .select({
      id: deliveries.id,
      eventId: deliveries.eventId,
      requestId: deliveries.requestId,
      mailId: deliveries.mailId,
      isMailKept: IS_MAIL_KEPT,
      notice: deliveries.notice,
      channel: deliveries.channel,
      note: sql<
        string | null
      >`case when ${requestEvents.visibleToCustomer} then coalesce(${requestEvents.data} ->> 'note', ${requestEvents.data} ->> 'message') end`,
      kind: requestEvents.kind,
      reference: sql<
        string | null
      >`coalesce(${serviceRequests.reference}, case when ${requestEvents.kind} = 'deleted' then ${requestEvents.data} ->> 'reference' end)`,
      category: serviceRequests.category,
      status: serviceRequests.status,
      customerId: serviceRequests.customerId,
      assigneeId: serviceRequests.assigneeId,
      takenBy: serviceRequests.takenBy,
      isOld: sql<boolean>`${deliveries.dueAt} < now() - interval '3 days'`,
      isRead: sql<boolean>`exists (select from ${notifications}
        where (${notifications.eventId} = ${deliveries.eventId} or ${notifications.mailId} = ${deliveries.mailId})
        and ${notifications.accountId} = ${deliveries.accountId} and ${notifications.readAt} is not null)`,
    })
    .from(deliveries)
    .leftJoin(requestEvents, eq(requestEvents.id, deliveries.eventId))
    .leftJoin(serviceRequests, eq(serviceRequests.id, deliveries.requestId))
    .where(and(condition, eq(deliveries.accountId, accountId), IS_WAITING))
    .orderBy(asc(deliveries.eventId))
    .limit(MOST_IN_DIGEST)
  if (rows.length === 0) return undefined
  const reader = (await readRecipients(tx, [accountId])).get(accountId)
  const good = rows.filter((row) => reader !== undefined && hasReason(row, reader))
  const lost = rows.filter((row) => !good.includes(row))
  await settleDeliveries(
    tx,
    lost.map(({ id }) => id),
    "dropped",
  )
  return reader && good.length > 0 ? { reader, waiting: good } : undefined
}

/** Writes down what became of deliveries. */
export async function settleDeliveries(
  tx: Pick<Tx, "update">,
  ids: readonly string[],
  state: "sent" | "dropped" | "refused",
): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(deliveries)
      .set({ state })
      .where(and(inArray(deliveries.id, [...ids]), IS_WAITING))
}

interface Facts {
  notice: NoticeId
  channel: "mail" | "push"
  status: Status | null
  customerId: string | null
  assigneeId: string | null
  takenBy: string | null
  isRead: boolean
  mailId: string | null
  /** Whether somebody still has to deal with the email. */
  isMailKept: boolean
  /** It could not be sent for days, such as without a mail server, and is no news now. */
  isOld: boolean
}

function hasReason(row: Facts, { actor, email, isVerified, choices }: Recipient): boolean {
  if (row.isRead || row.isOld || !isTold(row.notice, row.channel, choices) || !isStillTrue(row.notice, row.status))
    return false
  if (row.mailId !== null) return row.isMailKept && may(actor, "inbound-mail.read")
  // The request is gone, or no longer theirs: that is what they are told, and nothing of the request itself.
  const isFarewell = row.notice === "taken_from_you" || row.notice === "deleted"
  if (!isFarewell && !may(actor, "request.read", { customerId: row.customerId ?? "", assigneeId: row.assigneeId }))
    return false
  if (row.channel === "push") return true
  // Whoever registers with a stranger's address shall not have us write to the stranger.
  return isMailbox(email) && (actor.role !== "customer" || isVerified || row.takenBy !== null)
}

/** What somebody is told of a state, while it lasts. */
const STATES: Partial<Record<NoticeId, readonly Status[]>> = {
  on_hold_for_you: ["on_hold"],
  on_hold: ["on_hold"],
  started: ["in_progress"],
  reopened: ["in_progress"],
  resolved: ["resolved"],
  closed: ["closed"],
  cancelled: ["cancelled"],
}

const isStillTrue = (notice: NoticeId, status: Status | null): boolean => {
  const states = STATES[notice]
  return states === undefined || (status !== null && states.includes(status))
}
