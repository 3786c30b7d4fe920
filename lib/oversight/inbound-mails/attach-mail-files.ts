import { and, eq, gte, isNull, or } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { attachments } from "@/db/schema/requests"
import { attachToRequest } from "@/lib/dispatch/attach-to-request"
import type { Actor } from "@/lib/model/actor"
import { AppError, type ErrorCode } from "@/lib/model/errors"
import { cleanName } from "@/lib/platform/storage/store-file"
import { NoRoomLeft } from "@/lib/requests/attachments/quotas"
import { takeAlong } from "@/lib/requests/conversation/take-along"
import type { NewRow } from "./inbound-rows"
import type { MailFile } from "./read-mail"

/** More are refused without a look. */
const MOST_FILES = 20

/** What another try would not change. */
const FOR_GOOD: readonly ErrorCode[] = [
  "invalid",
  "conflict",
  "forbidden",
  "not_found",
  "too_large",
  "unsupported_media_type",
]

const isForGood = (thrown: unknown): boolean =>
  thrown instanceof NoRoomLeft || (thrown instanceof AppError && FOR_GOOD.includes(thrown.code))

/**
 * Attaches each file of an email to its request as an upload of its customer, to go with the message, and returns the names
 * of those that were refused. What an earlier try has attached is not attached again.
 * @throws AppError when a file may be accepted later
 */
export async function attachMailFiles(customer: Actor, row: NewRow, files: readonly MailFile[]): Promise<string[]> {
  const id = row.requestId ?? ""
  const before = await attachedBefore(customer, row)
  const ids: string[] = []
  const refused: string[] = []
  for (const [at, { name, content }] of files.entries()) {
    const known = before.findIndex((it) => it.name === cleanName(name) && it.bytes === content.length)
    if (known >= 0) ids.push(...before.splice(known, 1).flatMap((it) => (it.messageId ? [] : it.id)))
    else if (at >= MOST_FILES) refused.push(cleanName(name))
    else
      try {
        const { items } = await attachToRequest(customer, { id }, (take) => take(name, once(content)))
        ids.push(...items.map((it) => it.id))
      } catch (thrown) {
        if (!isForGood(thrown)) throw thrown
        refused.push(cleanName(name))
      }
  }
  await goWithMessage(customer, row, ids)
  return refused
}

/** What a try that was broken off has attached. */
async function attachedBefore({ id: uploadedBy }: Actor, { id, requestId }: NewRow) {
  const [row] = await db
    .select({ since: inboundMails.createdAt, eventId: inboundMails.eventId })
    .from(inboundMails)
    .where(eq(inboundMails.id, id))
  if (!row) return []
  const { messageId } = attachments
  return db
    .select({ id: attachments.id, name: attachments.name, bytes: attachments.bytes, messageId })
    .from(attachments)
    .where(
      and(
        eq(attachments.requestId, requestId ?? ""),
        eq(attachments.uploadedBy, uploadedBy),
        row.eventId === null ? isNull(messageId) : or(isNull(messageId), eq(messageId, row.eventId)),
        gte(attachments.createdAt, row.since),
      ),
    )
}

async function goWithMessage(customer: Actor, { id, requestId }: NewRow, files: readonly string[]): Promise<void> {
  if (files.length === 0) return
  await transaction(async (tx) => {
    const [row] = await tx.select({ eventId: inboundMails.eventId }).from(inboundMails).where(eq(inboundMails.id, id))
    if (row?.eventId && requestId) await takeAlong(tx, customer, requestId, row.eventId, files)
  })
}

async function* once(content: Uint8Array) {
  yield content
}
