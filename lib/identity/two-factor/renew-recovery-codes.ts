import { transaction } from "@/db/client"
import { lockCredentials } from "@/lib/identity/accounts/lock-account"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { replaceRecoveryCodes } from "./recovery-codes"
import { limitCodeTries, spendCode } from "./spend-code"

interface GivenProof {
  currentPassword: string
  code: string
}

/**
 * Replaces the actor's recovery codes by ten new ones. It takes the password and a code.
 * @returns the new codes, which are shown this once and of which only hashes are stored
 * @throws AppError `invalid` for a wrong password or code; `too_many_requests` after ten wrong ones in a quarter of an hour
 */
export async function renewRecoveryCodes(actor: Actor, { currentPassword, code }: GivenProof, now = Date.now()) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  await reauthenticate(actor, currentPassword)
  const renew = () =>
    transaction(async (tx) => {
      await lockCredentials(tx, actor.id)
      await spendCode(tx, { accountId: actor.id, code, address: actor.address }, now)
      const recoveryCodes = await replaceRecoveryCodes(tx, actor.id)
      await audit(tx, authorOf(actor), { action: "account.recovery_codes_renewed", subject: ["account", actor.id] })
      await enqueue(tx, "send_mail", {
        kind: "two_factor_changed",
        accountId: actor.id,
        event: "recovery_codes_renewed",
      })
      return { recoveryCodes }
    })
  return limitCodeTries(actor.id, actor, renew)
}
