import { transaction } from "@/db/client"
import { mails } from "@/db/schema/records"
import type { MailJob } from "@/lib/model/mail-job"
import { deliverMail, MailRefused } from "@/lib/platform/mail/deliver-mail"
import { isMailKept } from "@/lib/platform/mail/delivery-mode"
import { countMail } from "@/lib/platform/metrics/mails"
import { log } from "@/lib/runtime/log"
import { compose } from "./compose"

/**
 * The job that sends an email. Its text is composed now and not when it was enqueued: its reader may be gone, and no
 * secret waits in the queue. No row stays locked while the mail server answers.
 */
export async function sendMail(letter: MailJob): Promise<void> {
  const isKept = isMailKept()
  const mail = await transaction(async (tx) => {
    const composed = await compose(tx, letter)
    if (composed && isKept) await tx.insert(mails).values(composed)
    return composed
  })
  const { kind } = letter
  if (!mail) log.info({ letter: kind }, "a letter was dropped: nobody is left to read it")
  if (mail && isKept) countMail("kept")
  if (!mail || isKept) return
  try {
    await deliverMail(mail)
    countMail("sent")
  } catch (thrown) {
    const isRefused = thrown instanceof MailRefused
    countMail(isRefused ? "refused" : "failed")
    if (!isRefused) throw thrown
    log.warn({ letter: kind, of: idIn(letter), why: thrown.message }, "a mail was refused for good and is given up")
  }
}

/** An id that identifies the email in the log without naming its reader. */
const idIn = (letter: MailJob): string => (letter.kind === "invitation" ? letter.invitationId : letter.accountId)
