import { and, eq, isNull, type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { seal } from "@/lib/identity/auth/seal"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { auditAll } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"

const IS_OPEN = and(isNull(invitations.usedAt), isNull(invitations.revokedAt))

/**
 * Locks an invitation that was neither used nor revoked, so that nobody can use it until the transaction ends.
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` when it was used or revoked
 */
export async function lockOpenInvitation(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for("update")
  const found = row && { ...row, accountId: row.invitedBy }
  authorize(actor, "invitation.edit", found)
  if (found.usedAt)
    throw new AppError("conflict", "This invitation has been used. Change the person’s details on the staff page.")
  if (found.revokedAt) throw new AppError("conflict", "This invitation was revoked. Create a new one.")
  return found
}

/** Revokes those of these invitations that are open. Waits for a registration that is using one of them. */
export async function revokeOpen(tx: Tx, actor: Actor, which: SQL): Promise<void> {
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(which, IS_OPEN))
    .returning({ id: invitations.id })
  await auditAll(
    tx,
    authorOf(actor),
    revoked.map(({ id }) => ({ action: "invitation.revoked", subject: ["invitation", id] })),
  )
}

/** Queues the mail with the code, sealed, and returns the invitation with the code for the administrator to see once. */
export async function sendCode<I extends { id: string }>(tx: Tx, invitation: I, code: string) {
  await enqueue(tx, "send_mail", { kind: "invitation", invitationId: invitation.id, sealedCode: seal(code) })
  return { ...invitation, code }
}

/**
 * Refuses an email address that has an account.
 * @param field the input that the message belongs to, if the caller gave the address
 * @throws AppError `conflict`
 */
export async function refuseKnownAddress(tx: Tx, email: string, field?: string): Promise<void> {
  const [known] = await tx.select({ id: accounts.id }).from(accounts).where(hasEmailSql(email))
  if (!known) return
  const message = "There is already an account with this email address. Approve or change it on the staff page"
  throw new AppError("conflict", message, field ? { fields: { [field]: message } } : {})
}
