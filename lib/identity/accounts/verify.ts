import { and, eq, sql } from "drizzle-orm"
import { db, type Run, type Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { ableToSignIn } from "@/lib/identity/auth/authenticate"
import { deadLink, findLink, useLink } from "@/lib/identity/auth/mailed-links"
import { takeTry } from "@/lib/identity/auth/throttle"
import type { Actor, Visitor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { getProfile } from "./profile"

const ANSWER = { message: "If your email address is not confirmed yet, we have sent you a link." }

/** Whether a link to confirm an address would work; looking at it does not use it. */
export async function checkVerification(_visitor: Visitor, { token }: { token?: string }) {
  return { good: token !== undefined && (await findLink(token, "verify_email")) !== undefined }
}

/**
 * Confirms the email address that a mailed link was sent to. `run` opens the transaction: requests may have waited for
 * this, which identity knows nothing of.
 * @throws AppError `invalid` when the link has been used or has run out.
 */
export function confirmEmail(visitor: Visitor, { token }: { token: string }, run: Run): Promise<void> {
  return run(async (tx) => {
    const accountId = await useLink(tx, token, "verify_email")
    await believe(tx, accountId)
    const author = { actorId: accountId, address: visitor.address }
    await audit(tx, author, { action: "account.verified", subject: ["account", accountId] })
  })
}

/** Notes that a mailed link has reached the account. Requests of the account may be assignable from then on. */
export async function believe(tx: Tx, accountId: string, changes: { passwordHash?: string } = {}): Promise<void> {
  const [believed] = await tx
    .update(accounts)
    .set({ ...changes, emailVerifiedAt: sql`coalesce(${accounts.emailVerifiedAt}, now())` })
    .where(and(eq(accounts.id, accountId), ableToSignIn))
    .returning({ id: accounts.id })
  if (!believed) throw deadLink()
}

/** Sends the link again; the one before stops working when it is. */
export async function resendVerification(actor: Actor) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  await takeTry([{ key: `verification:account:${actor.id}`, tries: 5, seconds: 3600 }])
  const { emailVerifiedAt } = await getProfile(actor)
  if (emailVerifiedAt) return ANSWER
  await enqueue(db, "send_mail", { kind: "verify_email", accountId: actor.id })
  return ANSWER
}
