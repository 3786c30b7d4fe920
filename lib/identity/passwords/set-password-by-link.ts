import { eq } from "drizzle-orm"
import type { Run } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { forgetTries } from "@/lib/identity/auth/sign-in-limits"
import { CHOOSING, endLinks, findLink, linkExpired, useLink } from "@/lib/identity/mailed-links/mailed-links"
import { endAllSessions } from "@/lib/identity/sessions/end-session-rows"
import { abandonSetUp, deleteFactor } from "@/lib/identity/two-factor/factor"
import { markEmailVerified } from "@/lib/identity/verification/mark-email-verified"
import type { Visitor } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { hashPassword } from "./hash-password"
import { refusePassword } from "./refuse-password"

/**
 * Sets a new password by a mailed link, confirms the email address it was mailed to, and ends every session, since
 * somebody who knew the old password may be signed in. Wrong passwords tried before are forgotten, so that the owner can
 * sign in immediately. `run` opens the transaction: confirming an address makes requests assignable, which the floor
 * above adds.
 * @throws AppError `invalid` when the password is refused, or the link was used, replaced or has expired
 */
export async function setPasswordByLink(
  visitor: Visitor,
  { token, newPassword }: { token: string; newPassword: string },
  run: Run,
) {
  const account = await findLink(token, ...CHOOSING)
  if (!account) throw linkExpired()
  refusePassword(newPassword, account.email, "newPassword")
  const passwordHash = await hashPassword(newPassword)
  await run(async (tx) => {
    const accountId = await useLink(tx, token, ...CHOOSING)
    const [before] = await tx
      .select({ emailVerifiedAt: accounts.emailVerifiedAt })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for("update")
    // An unconfirmed address may have been registered by a stranger. Their second factor must not lock its owner out.
    if (before?.emailVerifiedAt) await abandonSetUp(tx, accountId)
    else await deleteFactor(tx, accountId)
    await markEmailVerified(tx, accountId, { passwordHash })
    for (const purpose of [...CHOOSING, "change_email"] as const) await endLinks(tx, accountId, purpose)
    await endAllSessions(tx, accountId)
    const author = { actorId: accountId, address: visitor.address }
    await audit(tx, author, { action: "account.password_reset", subject: ["account", accountId] })
    // Somebody who has just chosen their first one knows.
    if (account.purpose === "reset_password") await enqueue(tx, "send_mail", { kind: "password_changed", accountId })
    await forgetTries(tx, visitor, account)
  })
}
