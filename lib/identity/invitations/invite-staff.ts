import { sql } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { invitations } from "@/db/schema/accounts"
import { type Actor, authorOf } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { codeColumns, newInvitationCode } from "./invitation-code"
import { refuseKnownAddress, revokeOpen, sendCode } from "./open-invitation"

/**
 * Invites somebody to join the staff: makes a code that works once, for seven days, for one email address, and mails it
 * there. An open invitation of the same address is revoked, so that only the newest code works.
 * @returns the invitation with its code, which is shown this once and stored nowhere
 * @throws AppError `forbidden` by the policy; `conflict` when the address has an account
 */
export function inviteStaff(actor: Actor, { email, role }: { email: string; role: "staff" | "supervisor" }) {
  permit(actor, "invitation.create")
  return transaction(async (tx) => {
    await lockAddress(tx, email)
    // Revoking first waits for a registration with an older code, whose account the next statement then finds.
    await revokeOpen(tx, actor, hasInvitedEmailSql(email))
    await refuseKnownAddress(tx, email, "email")
    const code = newInvitationCode()
    const values = { email, role, invitedBy: actor.id, ...codeColumns(code) }
    const made = one(await tx.insert(invitations).values(values).returning())
    const subject = ["invitation", made.id] as ["invitation", string]
    await audit(tx, authorOf(actor), { action: "invitation.created", subject, data: { role } })
    return sendCode(tx, made, code)
  })
}

const hasInvitedEmailSql = (email: string) => sql`lower(${invitations.email}) = lower(${email})`

/** An advisory lock on the address: of two administrators who invite it at once, the later revokes the earlier's code. */
const lockAddress = (tx: Tx, email: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('invitation:' || lower(${email}), 0))`)
