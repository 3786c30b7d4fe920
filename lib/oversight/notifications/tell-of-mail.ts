import { inArray, sql } from "drizzle-orm"
import type { Executor, Tx } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { notifications } from "@/db/schema/notifications"
import { may } from "@/lib/model/policy"
import { supervisorsOnDuty } from "@/lib/oversight/service-levels/supervisors-on-duty"
import { readRecipients } from "./recipients"
import { scheduleDeliveries } from "./schedule-deliveries"

const NOW_CHANGED = { changedIn: sql`pg_current_xact_id()` }

/** Tells supervisors on duty of an email that may report a danger, as of an emergency. */
export async function tellOfMail(tx: Tx, mailId: string): Promise<void> {
  const recipients = await readRecipients(tx, await supervisorsOnDuty(tx))
  const told = [...recipients.values()].filter(({ actor }) => may(actor, "inbound-mail.read"))
  if (told.length === 0) return
  const notice = "dangerous_email" as const
  const rows = told.map(({ actor }) => ({ accountId: actor.id, mailId, notice, ...NOW_CHANGED }))
  await tx.insert(notifications).values(rows).onConflictDoNothing()
  await scheduleDeliveries(
    tx,
    told.map((recipient) => ({ of: { mailId }, accountId: recipient.actor.id, notice, confirms: false, recipient })),
  )
}

const SETTLED = { readAt: sql`coalesce(${notifications.readAt}, now())`, ...NOW_CHANGED }

/** Nobody has to read any more what they were told of emails: somebody has dealt with them, or they are gone. */
export async function settleToldOfMail(tx: Tx, ...mailIds: string[]): Promise<void> {
  if (mailIds.length > 0) await tx.update(notifications).set(SETTLED).where(inArray(notifications.mailId, mailIds))
}

/** The same for all that are told of as unread and are gone. */
export const settleToldOfGone = (executor: Executor) =>
  executor
    .update(notifications)
    .set(SETTLED)
    .where(
      sql`${notifications.mailId} is not null and ${notifications.readAt} is null and not exists (
        select from ${inboundMails} where ${inboundMails.id} = ${notifications.mailId})`,
    )
