import { and, eq, sql } from "drizzle-orm"
import { db, one, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { ableToSignIn } from "@/lib/identity/auth/authenticate"
import { endLinks } from "@/lib/identity/auth/mailed-links"
import { hashPassword } from "@/lib/identity/auth/password"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { endOtherSessions } from "@/lib/identity/auth/sessions"
import { abandonSetUp } from "@/lib/identity/two-factor/factor"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import type { Premises } from "@/lib/model/premises"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { refusePassword } from "./refuse-password"

const own = (actor: Actor) => ({ accountId: actor.id })

export async function getProfile(actor: Actor) {
  authorize(actor, "profile.read", own(actor))
  return one(await db.select().from(accounts).where(eq(accounts.id, actor.id)))
}

interface Change {
  name: string
  phone: string
  premises?: Premises
  version: number
}

export async function editProfile(actor: Actor, { version, premises, ...change }: Change) {
  authorize(actor, "profile.edit", own(actor))
  if (premises && actor.role !== "customer") throw new AppError("invalid", "Only customers can have premises.")
  return transaction(async (tx) => {
    const [changed] = await tx
      .update(accounts)
      .set({ ...change, ...(premises && { premises }), version: sql`${accounts.version} + 1` })
      .where(and(eq(accounts.id, actor.id), eq(accounts.version, version)))
      .returning()
    if (!changed) throw new AppError("conflict", "Your profile was changed somewhere else. Check it and save again.")
    const fields = Object.keys({ ...change, ...(premises && { premises }) })
    await audit(tx, authorOf(actor), { action: "account.edited", subject: ["account", actor.id], data: { fields } })
    return changed
  })
}

/** Signs the account out everywhere else, since whoever knew the old password may still be in. */
export async function changePassword(
  actor: Actor,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  authorize(actor, "profile.edit", own(actor))
  const verified = await reauthenticate(actor, input.currentPassword)
  const { email } = await getProfile(actor)
  refusePassword(input.newPassword, email, "newPassword")
  const next = await hashPassword(input.newPassword)
  await transaction(async (tx) => {
    const [changed] = await tx
      .update(accounts)
      .set({ passwordHash: next })
      .where(and(eq(accounts.id, actor.id), eq(accounts.passwordHash, verified), ableToSignIn))
      .returning({ id: accounts.id })
    if (!changed) throw changedMeanwhile("Your account")
    await endOtherSessions(tx, actor)
    await endLinks(tx, actor.id, "reset_password")
    await abandonSetUp(tx, actor.id)
    await audit(tx, authorOf(actor), { action: "account.password_changed", subject: ["account", actor.id] })
    await enqueue(tx, "send_mail", { kind: "password_changed", accountId: actor.id })
  })
}
