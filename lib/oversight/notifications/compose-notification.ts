import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { CATEGORIES } from "@/lib/model/category"
import type { MailJob } from "@/lib/model/mail-job"
import { isNecessary, NOTICES, type NoticeId } from "@/lib/model/notice"
import type { Role } from "@/lib/model/role"
import { ABOVE } from "@/lib/oversight/inbound-mails/cut-quote"
import { replyAddress } from "@/lib/oversight/inbound-mails/reply-address"
import { appAddress } from "@/lib/oversight/mail/app-address"
import { emergencyFacts } from "@/lib/oversight/mail/emergency-facts"
import { readSettings } from "@/lib/oversight/settings/read-settings"
import type { ComposedMail } from "@/lib/platform/mail/mail"
import { env } from "@/lib/runtime/env"
import { type MessageValues, NOTICE_TEXTS } from "./message-texts"
import { promiseWords } from "./promise-words"
import { isToldWith, takeDeliveries, type WaitingDelivery } from "./read-deliveries"
import type { Recipient } from "./recipients"
import { toldPath } from "./told-path"
import { unsubscribeToken } from "./unsubscribe-token"
import { type Footer, patternOf, writeMessage } from "./write-message"

type Told = Extract<MailJob, { kind: "notification" }>

/**
 * The email about one event, with all that waits about the same request if it is one of many, and the deliveries that it
 * settles. Undefined when it has lost its reason.
 */
export async function composeNotification(tx: Tx, { accountId, deliveryId }: Told): Promise<ComposedMail | undefined> {
  const taken = await takeDeliveries(tx, accountId, isToldWith(deliveryId))
  const [first] = taken?.waiting ?? []
  if (!taken || !first) return undefined
  const { reader, waiting } = taken
  // One that has more to tell than one that was tried before has another id, or it would be taken for the same.
  const { eventId } = waiting.at(-1) ?? first
  // What has changed says more than that there is a message, and repeats that.
  const main = waiting.find((it) => it.notice !== "message") ?? first
  const delivery = { ...main, eventId, note: waiting.flatMap(({ note }) => note ?? []).join("\n\n") || null }
  const { notice } = delivery
  const { messages } = await readSettings(tx)
  const address = answerAddress(delivery, reader)
  const isAnswered = address !== undefined && !IS_OVER.includes(notice)
  const written = writeMessage(
    patternOf(notice, messages, NOTICE_TEXTS),
    await valuesFor(tx, delivery, reader),
    isAnswered ? answeredFooter(notice) : footerOf(reader.actor.role),
  )
  return {
    to: reader.email,
    ...written,
    ...threadOf(delivery, accountId),
    // What cannot be delivered says by the address that it comes back to whose it was.
    ...(address !== undefined && { returnPath: address }),
    ...(isAnswered && { replyTo: address }),
    ...(isNecessary(notice) ? {} : { unsubscribe: unsubscribeAddress(unsubscribeToken({ accountId, notice })) }),
    deliveries: waiting.map(({ id }) => id),
  }
}

export const unsubscribeAddress = (token: string): string => appAddress(`/api/unsubscribe?token=${token}`)

/** Where the reader finds what they are told of. */
export const toldAddress = ({ actor }: Recipient, told: Pick<WaitingDelivery, "requestId">): string =>
  appAddress(toldPath(actor.role, told))

/**
 * The email about receiving a request begins a conversation that all later ones about it belong to. The id is the same
 * each time that an email is tried again.
 */
function threadOf({ eventId, requestId, mailId, notice }: WaitingDelivery, accountId: string) {
  const host = new URL(env().APP_URL).hostname
  if (mailId !== null) return { messageId: `<mail.${mailId}.${accountId}@${host}>` }
  const first = `<request.${requestId}.${accountId}@${host}>`
  if (notice === "received" || notice === "received_emergency") return { messageId: first }
  return { messageId: `<event.${eventId}.${accountId}@${host}>`, references: first }
}

export const messageIdOfDigest = (deliveryId: string, accountId: string): string =>
  `<digest.${deliveryId}.${accountId}@${new URL(env().APP_URL).hostname}>`

async function valuesFor(tx: Tx, delivery: WaitingDelivery, reader: Recipient): Promise<MessageValues> {
  const { requestId, reference, category, note } = delivery
  const emergency =
    requestId && tellsFacts(delivery.notice) ? (await emergencyFacts(tx, [requestId])).get(requestId) : undefined
  const customersRequest = NOTICES[delivery.notice].for === "customer" ? requestId : null
  return {
    reference: reference ?? "",
    category: category ? CATEGORIES[category].name : "",
    utility: env().UTILITY_NAME,
    link: toldAddress(reader, delivery),
    emergency_phone: env().EMERGENCY_PHONE,
    note: note ?? "",
    place: emergency?.place ?? "",
    received: emergency?.received ?? "",
    assignment: customersRequest ? await assignmentWords(tx, customersRequest) : "",
    promise: customersRequest ? await promiseWords(tx, customersRequest) : "",
  }
}

/** Staff have to know where to go before they have signed in. */
const tellsFacts = (notice: NoticeId) => NOTICES[notice].for !== "customer" && isNecessary(notice)

async function assignmentWords(tx: Tx, requestId: string): Promise<string> {
  const [assignee] = await tx
    .select({ name: accounts.name })
    .from(serviceRequests)
    .innerJoin(accounts, eq(accounts.id, serviceRequests.assigneeId))
    .where(eq(serviceRequests.id, requestId))
  return assignee ? `${assignee.name} is dealing with it.` : "We will assign it to someone soon."
}

/** What these tell of cannot be written about any more. */
const IS_OVER: readonly NoticeId[] = ["closed", "cancelled"]

/** Only customers answer by email: staff are written to by the app about work that they do in it. */
const answerAddress = ({ reference }: WaitingDelivery, { actor }: Recipient): string | undefined =>
  actor.role === "customer" && reference ? replyAddress({ reference, accountId: actor.id }) : undefined

const ANSWERS = "You can answer this email. We add your answer to your request."
const ANSWERS_RESOLVED = `${ANSWERS} To reopen it, use the request’s page.`

function answeredFooter(notice: NoticeId): Footer {
  const { lines, choose } = footerOf("customer")
  const line = notice === "resolved" ? ANSWERS_RESOLVED : ANSWERS
  return { above: ABOVE, lines: lines.map((it) => (it === NO_ANSWERS ? line : it)), choose }
}

const NO_ANSWERS = "Please do not reply. This inbox is not monitored."

/** What stands below each email about requests. */
export const footerOf = (role: Role) => ({
  lines: [
    env().UTILITY_NAME,
    ...(role === "customer"
      ? [`If you smell gas, leave the building and call ${env().EMERGENCY_PHONE}, day or night.`]
      : []),
    NO_ANSWERS,
  ],
  choose: { label: "Choose which emails you get", href: appAddress("/profile/notifications") },
})
