import { eq } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { invitations } from "@/db/schema/accounts"
import { type Actor, authorOf } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { codeColumns, newInvitationCode } from "./invitation-code"
import { lockOpenInvitation, refuseKnownAddress, sendCode } from "./open-invitation"

/**
 * Mails an invitation again with a new code, good for another seven days. The code before stops working.
 * @returns the invitation with its code, which is shown this once and stored nowhere
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` when it was used or revoked, or the address has
 *   an account by now
 */
export function resendInvitation(actor: Actor, { id }: { id: string }) {
  return transaction(async (tx) => {
    const { email } = await lockOpenInvitation(tx, actor, id)
    await refuseKnownAddress(tx, email)
    const code = newInvitationCode()
    const renewed = one(await tx.update(invitations).set(codeColumns(code)).where(eq(invitations.id, id)).returning())
    await audit(tx, authorOf(actor), { action: "invitation.resent", subject: ["invitation", id] })
    return sendCode(tx, renewed, code)
  })
}
