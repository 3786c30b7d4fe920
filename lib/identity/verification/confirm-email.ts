import type { Run } from "@/db/client"
import { useLink } from "@/lib/identity/mailed-links/mailed-links"
import type { Visitor } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { markEmailVerified } from "./mark-email-verified"

/**
 * Confirms the email address that a mailed link was sent to. `run` opens the transaction: requests of the account become
 * assignable, which the floor above adds.
 * @throws AppError `invalid` when the link was used, replaced or has expired
 */
export function confirmEmail(visitor: Visitor, { token }: { token: string }, run: Run): Promise<void> {
  return run(async (tx) => {
    const accountId = await useLink(tx, token, "verify_email")
    await markEmailVerified(tx, accountId)
    const author = { actorId: accountId, address: visitor.address }
    await audit(tx, author, { action: "account.verified", subject: ["account", accountId] })
  })
}
