import { and, eq, or } from "drizzle-orm"
import { db, type Tx } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { LONGEST_MESSAGE } from "@/lib/model/message"
import { settleToldOfMail } from "@/lib/oversight/notifications/tell-of-mail"
import { audit } from "@/lib/platform/audit/audit"
import { findIdByReference } from "@/lib/requests/find-id-by-reference"
import { seeRequest } from "@/lib/requests/get-request"
import { readReference } from "@/lib/requests/reference"
import type { MailToFile } from "./contract"
import { writerOf } from "./customer-of-mail"
import { NOTHING_LEFT } from "./drop-mail"
import type { NewRow } from "./inbound-rows"
import { findKeptMail, lockKeptMail } from "./lock-kept-mail"
import { type MailFile, readMail } from "./read-mail"
import { sendAnswer } from "./send-answer"

/**
 * Makes an email that was kept a message of a request, as words of its customer, for whom the supervisor vouches.
 * @throws AppError `not_found` when it waits no more, `forbidden` by policy, `invalid` without such a request, and as
 * `sendMessage` does
 */
export async function fileMail(actor: Actor, { id, reference, notFixed }: MailToFile) {
  const mail = await findKeptMail(db, actor, id)
  const requestId = await requestIdFor(actor, reference)
  const { customerId } = await seeRequest(actor, { id: requestId })
  const writer = await writerOf(customerId)
  if (mail.reason === "files")
    throw new AppError("conflict", "This email is a message already. Drop it when you have read it.")
  if (!writer) throw new AppError("conflict", "The customer of this request has deleted their account.")
  const text = mail.text ?? ""
  const files = mail.raw ? ((await readMail(Buffer.from(mail.raw, "base64")))?.files ?? []) : []
  if (text === "" && files.length === 0) throw new AppError("invalid", "This email says nothing. Drop it.")
  const answer = { text: shortened(text), files: [...files, ...wholeOf(text)], notFixed }
  // Its files are there until they are attached.
  const row = { ...mail, ...NOTHING_LEFT, raw: mail.raw, requestId, accountId: customerId }
  let isOurs = false
  const write = async (tx: Tx, sent: NewRow) => {
    await writeFiled(tx, actor, sent)
    isOurs = true
  }
  try {
    const { outcome } = await sendAnswer(writer.actor, row, answer, write)
    if (outcome === "kept" && text === "")
      throw new AppError(
        "conflict",
        "None of its files can be added to this request. Choose another, or drop the email.",
      )
  } catch (thrown) {
    if (isOurs) await waitAgain(mail)
    throw thrown
  }
  return { requestId }
}

/** An email whose files were not attached waits for another try. What was sent of it is not sent again. */
async function waitAgain({ id, reason, files, raw }: Awaited<ReturnType<typeof findKeptMail>>): Promise<void> {
  const isBrokenOff = and(eq(inboundMails.id, id), or(inboundMails.unfinished, eq(inboundMails.reason, "files")))
  await db
    .update(inboundMails)
    .set({ outcome: "kept", reason, files, raw, text: "", unfinished: false })
    .where(isBrokenOff)
}

async function requestIdFor(actor: Actor, reference: string): Promise<string> {
  const id = await findIdByReference(readReference(reference) ?? "")
  const found = id && (await seeRequest(actor, { id }).catch(() => undefined))
  if (found) return found.id
  const message = "Enter the reference of a request, like GR-7K3M-9Q2F"
  throw new AppError("invalid", message, { fields: { reference: message } })
}

async function writeFiled(tx: Tx, actor: Actor, row: NewRow): Promise<void> {
  await lockKeptMail(tx, actor, row.id)
  const { id, createdAt: _, fingerprint: __, ...values } = row
  await tx.update(inboundMails).set(values).where(eq(inboundMails.id, id))
  await settleToldOfMail(tx, id)
  const data = { requestId: row.requestId ?? "" }
  await audit(tx, authorOf(actor), { action: "mail.filed", subject: ["mail", id], data })
}

/** What is longer than a message goes with it as a file. */
const shortened = (text: string): string =>
  text.length > LONGEST_MESSAGE ? `${text.slice(0, LONGEST_MESSAGE - 1)}…` : text

const wholeOf = (text: string): MailFile[] =>
  text.length > LONGEST_MESSAGE ? [{ name: "email.txt", content: Buffer.from(text) }] : []
