import type { Run } from "@/db/client"
import { secondFactors } from "@/db/schema/credentials"
import { lockCredentials } from "@/lib/identity/accounts/lock-account"
import { unseal } from "@/lib/identity/auth/seal"
import { endOtherSessions } from "@/lib/identity/sessions/end-session-rows"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { isPendingSql } from "./pending-enrolment"
import { replaceRecoveryCodes } from "./recovery-codes"
import { limitCodeTries, wrongCode } from "./spend-code"
import { stepOf } from "./totp"

/**
 * Turns the actor's second factor on: its first code proves that the app has the secret. The actor's other sessions,
 * begun with the password alone, end. `run` opens the transaction: staff who had to set it up become assignable, which
 * the floor above adds.
 * @returns the recovery codes, which are shown this once and of which only hashes are stored
 * @throws AppError `invalid` for a wrong code; `conflict` when no set-up is waiting, or it was begun over 15 minutes ago;
 *   `too_many_requests` after ten wrong codes in a quarter of an hour
 */
export async function enableTwoFactor(actor: Actor, { code }: { code: string }, run: Run, now = Date.now()) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  const confirm = () =>
    run(async (tx) => {
      await lockCredentials(tx, actor.id)
      const [begun] = await tx.select().from(secondFactors).where(isPendingSql(actor.id)).for("update")
      if (!begun) throw new AppError("conflict", "You took too long to set this up. Start again.")
      const lastStep = stepOf(unseal(begun.sealedSecret), code, now)
      if (lastStep === undefined) throw wrongCode("That code is not right or has expired. Enter the latest one")
      await tx
        .update(secondFactors)
        .set({ confirmedAt: new Date(now), lastStep })
        .where(isPendingSql(actor.id))
      const recoveryCodes = await replaceRecoveryCodes(tx, actor.id)
      await endOtherSessions(tx, actor)
      await audit(tx, authorOf(actor), { action: "account.two_factor_enabled", subject: ["account", actor.id] })
      await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId: actor.id, event: "enabled" })
      return { recoveryCodes }
    })
  return limitCodeTries(actor.id, actor, confirm)
}
