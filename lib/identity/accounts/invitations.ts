import { and, desc, eq, isNull, lt, type SQL, sql } from "drizzle-orm"
import { one, reading, type Tx, transaction } from "@/db/client"
import { accounts, invitations } from "@/db/schema/accounts"
import { byEmail } from "@/lib/identity/auth/authenticate"
import { seal } from "@/lib/identity/auth/seal"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { toPage } from "@/lib/model/page"
import { authorize, permit } from "@/lib/model/policy"
import { audit, auditAll } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { hashCode, newCode } from "./invitation-code"

const SEVEN_DAYS = 7 * 24 * 3_600_000

const kept = (code: string) => ({ codeHash: hashCode(code), expiresAt: new Date(Date.now() + SEVEN_DAYS) })

const open = and(isNull(invitations.usedAt), isNull(invitations.revokedAt))

/**
 * Makes a one-use code for one e-mail address. The code itself is given out here, sent to that address, and kept
 * nowhere. Whoever is invited again has one code that works: the newest.
 */
export function inviteStaff(actor: Actor, { email, role }: { email: string; role: "staff" | "supervisor" }) {
  permit(actor, "invitation.create")
  return transaction(async (tx) => {
    await takeTurns(tx, email)
    // First the codes, which waits for a use under way: whoever used one has an account then.
    await revoke(tx, actor, byInvited(email))
    await refuseKnown(tx, email, "email")
    const code = newCode()
    const values = { email, role, invitedBy: actor.id, ...kept(code) }
    const made = one(await tx.insert(invitations).values(values).returning())
    const subject = ["invitation", made.id] as ["invitation", string]
    await audit(tx, authorOf(actor), { action: "invitation.created", subject, data: { role } })
    return sent(tx, made, code)
  })
}

/** A new code in place of the one before, for another seven days. */
export function resendInvitation(actor: Actor, { id }: { id: string }) {
  return transaction(async (tx) => {
    const { email } = await lockOpen(tx, actor, id)
    await refuseKnown(tx, email)
    const code = newCode()
    const renewed = one(await tx.update(invitations).set(kept(code)).where(eq(invitations.id, id)).returning())
    await audit(tx, authorOf(actor), { action: "invitation.resent", subject: ["invitation", id] })
    return sent(tx, renewed, code)
  })
}

/** From now on its code is refused. */
export function revokeInvitation(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    await lockOpen(tx, actor, id)
    await revoke(tx, actor, eq(invitations.id, id))
  })
}

export async function listInvitations(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "invitation.read")
  const rows = await reading
    .select()
    .from(invitations)
    .where(after ? lt(invitations.id, after) : undefined)
    .orderBy(desc(invitations.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

const byInvited = (email: string) => sql`lower(${invitations.email}) = lower(${email})`

/** Two invitations of one address wait for each other, so that the later finds the earlier. */
const takeTurns = (tx: Tx, email: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('invitation:' || lower(${email}), 0))`)

/** The invitation, which nobody can use until this transaction is over. */
async function lockOpen(tx: Tx, actor: Actor, id: string) {
  const [row] = await tx.select().from(invitations).where(eq(invitations.id, id)).for("update")
  const found = row && { ...row, accountId: row.invitedBy }
  authorize(actor, "invitation.edit", found)
  if (found.usedAt)
    throw new AppError("conflict", "This invitation has been used. Change the person’s details on the staff page.")
  if (found.revokedAt) throw new AppError("conflict", "This invitation was revoked. Create a new one.")
  return found
}

/** Revokes what of these is still open once every use under way has ended. */
async function revoke(tx: Tx, actor: Actor, which: SQL): Promise<void> {
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: sql`now()` })
    .where(and(which, open))
    .returning({ id: invitations.id })
  await auditAll(
    tx,
    authorOf(actor),
    revoked.map(({ id }) => ({ action: "invitation.revoked", subject: ["invitation", id] })),
  )
}

/** Puts the letter on its way, and shows the code to whoever asked for it. */
async function sent<I extends { id: string }>(tx: Tx, invitation: I, code: string) {
  await enqueue(tx, "send_mail", { kind: "invitation", invitationId: invitation.id, sealedCode: seal(code) })
  return { ...invitation, code }
}

async function refuseKnown(tx: Tx, email: string, field?: string): Promise<void> {
  const [known] = await tx.select({ id: accounts.id }).from(accounts).where(byEmail(email))
  if (!known) return
  const message = "There is already an account with this email address. Approve or change it on the staff page"
  throw new AppError("conflict", message, field ? { fields: { [field]: message } } : {})
}
