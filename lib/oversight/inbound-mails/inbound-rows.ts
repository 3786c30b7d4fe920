import { eq } from "drizzle-orm"
import { db, one, type Tx } from "@/db/client"
import { inboundMails } from "@/db/schema/inbound-mails"
import { forgetBounce } from "@/lib/identity/accounts/bounced"
import { AppError } from "@/lib/model/errors"
import { tellOfMail } from "@/lib/oversight/notifications/tell-of-mail"
import type { TakenMail } from "./contract"

export type Taken = typeof inboundMails.$inferSelect
export type NewRow = typeof inboundMails.$inferInsert & { id: string }

/** An email that was taken before. */
export async function findTaken(fingerprint: string): Promise<Taken | undefined> {
  const [row] = await db.select().from(inboundMails).where(eq(inboundMails.fingerprint, fingerprint))
  return row
}

export const asTaken = ({ id, outcome, reason = null, requestId = null }: NewRow | Taken): TakenMail => ({
  id,
  outcome,
  reason,
  requestId,
})

/**
 * Writes down an email, unless it was taken meanwhile, and returns what became of it. Supervisors are told of one that
 * waits for them and may report a danger.
 */
export async function keepRow(tx: Tx, row: NewRow): Promise<TakenMail> {
  const [kept] = await tx.insert(inboundMails).values(row).onConflictDoNothing().returning({ id: inboundMails.id })
  if (kept && row.outcome === "kept" && row.danger) await tellOfMail(tx, row.id)
  if (kept) return asTaken(row)
  return asTaken(one(await tx.select().from(inboundMails).where(eq(inboundMails.fingerprint, row.fingerprint))))
}

/**
 * Writes down an email that becomes a message, in the transaction of the message.
 * @throws AppError `conflict` when it was taken meanwhile
 */
export async function insertSent(tx: Tx, row: NewRow): Promise<void> {
  const kept = await tx.insert(inboundMails).values(row).onConflictDoNothing().returning({ id: inboundMails.id })
  if (kept.length === 0) throw takenMeanwhile()
  // Whoever writes from an address can be written to.
  if (row.accountId) await forgetBounce(tx, row.accountId)
}

export const takenMeanwhile = () => new AppError("conflict", "Someone has already dealt with this email.")
