import { and, eq, sql } from "drizzle-orm"
import type { Run, Tx } from "@/db/client"
import { isDuplicate } from "@/db/errors"
import { accounts } from "@/db/schema/accounts"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import { forgetBounce } from "@/lib/identity/accounts/bounced"
import { seal } from "@/lib/identity/auth/seal"
import { CHOOSING, endLinks, linkExpired, useEmailLink } from "@/lib/identity/mailed-links/mailed-links"
import { endOtherSessions } from "@/lib/identity/sessions/end-session-rows"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"

/**
 * Changes the actor's email address to the one that a mailed link was sent to, which it confirms. It takes both the link
 * and a session of the account: a stranger who gets the link because of a typing error gets nothing. Every other session
 * and the links mailed to the old address end, and the old address is told. `run` opens the transaction: requests that
 * waited for a confirmed address become assignable, which the floor above adds.
 * @throws AppError `invalid` when the link is another account's, was used, replaced or has expired; `conflict` when
 *   somebody else has an account with the address by now
 */
export async function changeEmailByLink(actor: Actor, { token }: { token: string }, run: Run): Promise<void> {
  authorize(actor, "profile.edit", { accountId: actor.id })
  try {
    await run(async (tx) => {
      const before = await moveTo(tx, actor, await useEmailLink(tx, actor.id, token))
      for (const purpose of [...CHOOSING, "verify_email"] as const) await endLinks(tx, actor.id, purpose)
      await endOtherSessions(tx, actor)
      await audit(tx, authorOf(actor), { action: "account.email_changed", subject: ["account", actor.id] })
      if (actor.role === "customer") await enqueue(tx, "refresh_search", { customerId: actor.id })
      await enqueue(tx, "send_mail", { kind: "email_changed", accountId: actor.id, sealedTo: seal(before) })
    })
  } catch (thrown) {
    if (!isDuplicate(thrown, "accounts_email_key")) throw thrown
    throw new AppError("conflict", "There is another account with this email address. Yours has not changed.")
  }
}

/** Gives the account its new address and returns the one before. */
async function moveTo(tx: Tx, actor: Actor, email: string): Promise<string> {
  const mine = and(eq(accounts.id, actor.id), CAN_SIGN_IN)
  const [before] = await tx.select({ email: accounts.email }).from(accounts).where(mine).for("no key update")
  if (!before) throw linkExpired()
  await tx
    .update(accounts)
    .set({ email, emailVerifiedAt: sql`now()`, version: sql`${accounts.version} + 1` })
    .where(mine)
  // Its link was followed just now.
  await forgetBounce(tx, actor.id)
  return before.email
}
