import { eq } from "drizzle-orm"
import { v7 } from "uuid"
import { duringCall } from "@/db/call-under-way"
import { db, type Tx, transaction } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { sendMessage } from "@/lib/dispatch/conversation/send-message"
import type { Actor } from "@/lib/model/actor"
import { MessageToSend, type WrittenWords } from "@/lib/requests/conversation/contract"
import { attachMailFiles } from "./attach-mail-files"
import type { TakenMail } from "./contract"
import { asTaken, type NewRow } from "./inbound-rows"
import type { MailFile } from "./read-mail"

interface Answer {
  text: string
  files: readonly MailFile[]
  /** About a resolved request: whether it is not fixed. */
  notFixed: boolean | undefined
}

/** Writes down, in the transaction of the message, which email it was: as `row`. */
type WriteRow = (tx: Tx, row: NewRow) => Promise<void>

/**
 * Sends an email as a message of its customer, exactly as if they had typed it, and attaches its files. What `write` does is
 * done together with the message, so that an email is sent once however often it is delivered.
 * @throws AppError as `sendMessage` does
 */
export async function sendAnswer(customer: Actor, row: NewRow, answer: Answer, write: WriteRow): Promise<TakenMail> {
  const { text, files } = answer
  const sent: NewRow = { ...row, outcome: "sent", reason: null, unfinished: files.length > 0 }
  if (text === "") await transaction((tx) => write(tx, sent))
  else await say(customer, sent, answer, write)
  return files.length > 0 ? finishAnswer(customer, sent, files) : asTaken(sent)
}

async function say(customer: Actor, row: NewRow, { text, notFixed }: Answer, write: WriteRow): Promise<void> {
  const message = MessageToSend.parse({ id: row.requestId, text, notFixed })
  const call = {
    resourceId: v7(),
    isRepeated: false,
    // The transaction of the message, with no more than its type tells.
    keep: (tx: unknown, result: unknown) => write(tx as Tx, { ...row, eventId: (result as WrittenWords).entry.id }),
  }
  await duringCall(call, () => sendMessage(customer, { ...message, channel: "email" }))
}

/** Attaches the files of an email that is a message already, as far as they are accepted. */
export async function finishAnswer(customer: Actor, row: NewRow, files: readonly MailFile[]): Promise<TakenMail> {
  const refused = await attachMailFiles(customer, row, files)
  const done = {
    unfinished: false,
    ...(refused.length > 0
      ? { outcome: "kept" as const, reason: "files" as const, files: refused }
      : { files: [], raw: null }),
  }
  await db.update(inboundMails).set(done).where(eq(inboundMails.id, row.id))
  return asTaken({ ...row, ...done })
}
