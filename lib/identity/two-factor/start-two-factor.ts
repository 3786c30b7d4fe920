import { isNull, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { secondFactors } from "@/db/schema/credentials"
import { lockVerified } from "@/lib/identity/accounts/lock-account"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { seal } from "@/lib/identity/auth/seal"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { enrolmentOf } from "./pending-enrolment"
import { newTotpSecret } from "./totp"

/**
 * Begins to set up the actor's second factor: makes a secret for their authenticator app. It is not asked for until
 * `enableTwoFactor` has confirmed it with a first code, within 15 minutes. Beginning again replaces the secret.
 * @returns the secret and its otpauth:// address
 * @throws AppError `invalid` for a wrong password; `conflict` when the second factor is on already; `unauthenticated`
 *   when the password was changed meanwhile; `too_many_requests` after ten wrong passwords in a quarter of an hour
 */
export async function startTwoFactor(actor: Actor, { currentPassword }: { currentPassword: string }) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  const passwordHash = await reauthenticate(actor, currentPassword)
  const secret = newTotpSecret()
  const begun = { sealedSecret: seal(secret), createdAt: sql`now()` }
  const [started] = await transaction(async (tx) => {
    await lockVerified(tx, { id: actor.id, passwordHash })
    return tx
      .insert(secondFactors)
      .values({ accountId: actor.id, ...begun })
      .onConflictDoUpdate({ target: secondFactors.accountId, set: begun, setWhere: isNull(secondFactors.confirmedAt) })
      .returning()
  })
  if (!started)
    throw new AppError("conflict", "Two-factor authentication is already on. Turn it off before you set it up again.")
  return enrolmentOf(actor, secret)
}
