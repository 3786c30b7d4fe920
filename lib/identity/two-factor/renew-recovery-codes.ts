import { transaction } from "@/db/client"
import { lockWaysIn } from "@/lib/identity/accounts/lock-account"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { replaceRecoveryCodes } from "./recovery-codes"
import { spendCode, throttled } from "./spend-code"

interface Proof {
  currentPassword: string
  code: string
}

/** Ten new recovery codes; those from before stop working. */
export async function renewRecoveryCodes(actor: Actor, { currentPassword, code }: Proof, now = Date.now()) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  await reauthenticate(actor, currentPassword)
  const renew = () =>
    transaction(async (tx) => {
      await lockWaysIn(tx, actor.id)
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
  return throttled(actor.id, renew)
}
