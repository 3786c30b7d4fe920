import { and, eq, sql } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { assignWaiting } from "@/lib/dispatch/assignment/assign"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { ableToSignIn } from "@/lib/identity/auth/authenticate"
import { deadLink, findLink, useLink } from "@/lib/identity/auth/mailed-links"
import { takeTry } from "@/lib/identity/auth/throttle"
import type { Actor, Visitor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { getProfile } from "./profile"

const ANSWER = { message: "We send a link to your e-mail address, unless it is confirmed already." }

/** Whether a link to confirm an address would work; looking at it does not use it. */
export async function checkVerification(_visitor: Visitor, { token }: { token?: string }) {
  return { good: token !== undefined && (await findLink(token, "verify_email")) !== undefined }
}

/** Believes the address from now on; what waited for that is given to somebody at once. */
export function verifyEmail(visitor: Visitor, { token }: { token: string }): Promise<void> {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const accountId = await useLink(tx, token, "verify_email")
    await believe(tx, accountId)
    const author = { actorId: accountId, address: visitor.address }
    await audit(tx, author, { action: "account.verified", subject: ["account", accountId] })
    await assignWaiting(tx)
  })
}

/** Notes that a mailed link has reached the account. The caller holds the assignment lock and assigns what waits. */
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
