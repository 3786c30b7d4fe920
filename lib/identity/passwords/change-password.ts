import { and, eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { CHOOSING, endLinks } from "@/lib/identity/mailed-links/mailed-links"
import { getProfile } from "@/lib/identity/profile/get-profile"
import { endOtherSessions } from "@/lib/identity/sessions/end-session-rows"
import { abandonSetUp } from "@/lib/identity/two-factor/factor"
import { type Actor, authorOf } from "@/lib/model/actor"
import { changedMeanwhile } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { hashPassword } from "./hash-password"
import { refusePassword } from "./refuse-password"

/**
 * Changes the actor's own password and tells them by mail. Every other session ends, reset links die and a second factor
 * that waits for its first code is dropped, since somebody who knew the old password may have begun any of them.
 * @throws AppError `invalid` for a wrong current password or a refused new one; `too_many_requests` after ten wrong
 *   current passwords in a quarter of an hour; `conflict` when the password was changed meanwhile
 */
export async function changePassword(
  actor: Actor,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  authorize(actor, "profile.edit", { accountId: actor.id })
  const verified = await reauthenticate(actor, input.currentPassword)
  const { email } = await getProfile(actor)
  refusePassword(input.newPassword, email, "newPassword")
  const next = await hashPassword(input.newPassword)
  await transaction(async (tx) => {
    const [changed] = await tx
      .update(accounts)
      .set({ passwordHash: next })
      .where(and(eq(accounts.id, actor.id), eq(accounts.passwordHash, verified), CAN_SIGN_IN))
      .returning({ id: accounts.id })
    if (!changed) throw changedMeanwhile("Your account")
    await endOtherSessions(tx, actor)
    for (const purpose of [...CHOOSING, "change_email"] as const) await endLinks(tx, actor.id, purpose)
    await abandonSetUp(tx, actor.id)
    await audit(tx, authorOf(actor), { action: "account.password_changed", subject: ["account", actor.id] })
    await enqueue(tx, "send_mail", { kind: "password_changed", accountId: actor.id })
  })
}
