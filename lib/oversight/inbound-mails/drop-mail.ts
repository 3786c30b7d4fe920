import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { type Actor, authorOf } from "@/lib/model/actor"
import { settleToldOfMail } from "@/lib/oversight/notifications/tell-of-mail"
import { audit } from "@/lib/platform/audit/audit"
import { lockKeptMail } from "./lock-kept-mail"

/** What is left of an email that nobody has to read any more: that it came. */
export const NOTHING_LEFT = { sender: null, subject: null, text: null, files: [], raw: null, danger: false }

/**
 * Drops an email that waits for a supervisor.
 * @throws AppError `not_found` when it waits no more or may not be seen, `forbidden` by policy
 */
export function dropMail(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    await lockKeptMail(tx, actor, id)
    await tx
      .update(inboundMails)
      .set({ ...NOTHING_LEFT, outcome: "dropped" })
      .where(eq(inboundMails.id, id))
    await settleToldOfMail(tx, id)
    await audit(tx, authorOf(actor), { action: "mail.dropped", subject: ["mail", id] })
  })
}
