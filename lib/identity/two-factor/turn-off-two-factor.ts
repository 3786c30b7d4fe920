import { db, transaction } from "@/db/client"
import { lockCredentials } from "@/lib/identity/accounts/lock-account"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { deleteFactor, isRequired } from "./factor"
import { limitCodeTries, spendCode } from "./spend-code"

interface GivenProof {
  currentPassword: string
  code: string
}

/**
 * Turns the actor's second factor off, so that signing in takes the password alone. It takes the password and a code.
 * @throws AppError `conflict` when the utility requires it of the actor's role; `invalid` for a wrong password or code;
 *   `too_many_requests` after ten wrong ones in a quarter of an hour
 */
export async function turnOffTwoFactor(
  actor: Actor,
  { currentPassword, code }: GivenProof,
  now = Date.now(),
): Promise<void> {
  authorize(actor, "profile.edit", { accountId: actor.id })
  if (await isRequired(db, actor.role))
    throw new AppError("conflict", "All staff must use two-factor authentication. You cannot turn it off.")
  await reauthenticate(actor, currentPassword)
  const turnOff = () =>
    transaction(async (tx) => {
      await lockCredentials(tx, actor.id)
      await spendCode(tx, { accountId: actor.id, code, address: actor.address }, now)
      await deleteFactor(tx, actor.id)
      await audit(tx, authorOf(actor), { action: "account.two_factor_disabled", subject: ["account", actor.id] })
      await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId: actor.id, event: "disabled" })
    })
  await limitCodeTries(actor.id, actor, turnOff)
}
