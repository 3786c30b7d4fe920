import { db, transaction } from "@/db/client"
import { mails } from "@/db/schema/records"
import type { MailJob } from "@/lib/model/mail-job"
import { settleDeliveries } from "@/lib/oversight/notifications/read-deliveries"
import { deliverMail, MailRefused } from "@/lib/platform/mail/deliver-mail"
import { isMailKept } from "@/lib/platform/mail/delivery-mode"
import type { ComposedMail } from "@/lib/platform/mail/mail"
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
    if (composed && isKept) {
      const { to, subject, text } = composed
      await tx.insert(mails).values({ to, subject, text })
      await settleDeliveries(tx, composed.deliveries ?? [], "sent")
    }
    return composed
  })
  const { kind } = letter
  if (!mail) log.info({ letter: kind }, "a letter was dropped: nobody is left to read it")
  if (mail && isKept) countMail("kept")
  if (!mail || isKept) return
  const outcome = await deliver(mail, letter)
  // Should this process end before it is written down, the same email with the same id is sent again.
  await settleDeliveries(db, mail.deliveries ?? [], outcome)
}

/** @throws Error when another try may succeed */
async function deliver(mail: ComposedMail, letter: MailJob): Promise<"sent" | "refused"> {
  try {
    await deliverMail(mail)
    countMail("sent")
    return "sent"
  } catch (thrown) {
    const isRefused = thrown instanceof MailRefused
    countMail(isRefused ? "refused" : "failed")
    if (!isRefused) throw thrown
    const what = { letter: letter.kind, of: idIn(letter), why: thrown.message }
    log.warn(what, "a mail was refused for good and is given up")
    return "refused"
  }
}

/** An id that identifies the email in the log without naming its reader. */
const idIn = (letter: MailJob): string => (letter.kind === "invitation" ? letter.invitationId : letter.accountId)
