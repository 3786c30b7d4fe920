import { and, eq } from "drizzle-orm"
import { type Run, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { ableToSignIn, byEmail } from "@/lib/identity/auth/authenticate"
import { deadLink, findLink, useLink } from "@/lib/identity/auth/mailed-links"
import { hashPassword } from "@/lib/identity/auth/password"
import { endAllSessions } from "@/lib/identity/auth/sessions"
import { forgetTries } from "@/lib/identity/auth/sign-in-limits"
import { nameOf, takeTry } from "@/lib/identity/auth/throttle"
import { abandonSetUp, deleteFactor } from "@/lib/identity/two-factor/factor"
import type { Visitor } from "@/lib/model/actor"
import { NOBODY } from "@/lib/model/letter"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { refusePassword } from "./refuse-password"
import { believe } from "./verify"

const HOUR = 3600

const ANSWER = { message: "If there is an account with this email address, we have sent it a link." }

/** Mails a link to choose a new password. The same is said and done for addresses that nobody has. */
export async function requestReset(visitor: Visitor, { email }: { email: string }) {
  await takeTry([
    { key: `reset:account:${nameOf(email)}`, tries: 5, seconds: HOUR },
    { key: `reset:address:${visitor.address}`, tries: 20, seconds: HOUR },
  ])
  await transaction(async (tx) => {
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(byEmail(email), ableToSignIn))
    await enqueue(tx, "send_mail", { kind: "reset_password", accountId: account?.id ?? NOBODY })
  })
  return ANSWER
}

/** Whether a link to choose a new password would work; looking at it does not use it. */
export async function checkReset(_visitor: Visitor, { token }: { token?: string }) {
  const account = token === undefined ? undefined : await findLink(token, "reset_password")
  return { good: account !== undefined, email: account?.email ?? null }
}

/**
 * Sets a new password by a mailed link and signs the account out everywhere: whoever knew the old one may be in. The
 * owner gets in at once, however many wrong ones were tried. `run` opens the transaction, since the link also confirms
 * the email address.
 * @throws AppError `invalid` for a password that is refused, or a link that has been used or has run out.
 */
export async function replacePassword(
  visitor: Visitor,
  { token, newPassword }: { token: string; newPassword: string },
  run: Run,
) {
  const account = await findLink(token, "reset_password")
  if (!account) throw deadLink()
  refusePassword(newPassword, account.email, "newPassword")
  const passwordHash = await hashPassword(newPassword)
  await run(async (tx) => {
    const accountId = await useLink(tx, token, "reset_password")
    const [before] = await tx
      .select({ emailVerifiedAt: accounts.emailVerifiedAt })
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for("update")
    // Until now nobody had shown whose mailbox it is: whoever registered it first does not keep its owner out.
    if (before?.emailVerifiedAt) await abandonSetUp(tx, accountId)
    else await deleteFactor(tx, accountId)
    await believe(tx, accountId, { passwordHash })
    await endAllSessions(tx, accountId)
    const author = { actorId: accountId, address: visitor.address }
    await audit(tx, author, { action: "account.password_reset", subject: ["account", accountId] })
    await enqueue(tx, "send_mail", { kind: "password_changed", accountId })
    await forgetTries(tx, visitor, account)
  })
}
