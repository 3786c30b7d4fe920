import type { Run } from "@/db/client"
import { secondFactors } from "@/db/schema/credentials"
import { lockWaysIn } from "@/lib/identity/auth/entrant"
import { unseal } from "@/lib/identity/auth/seal"
import { endOtherSessions } from "@/lib/identity/auth/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { replaceRecoveryCodes } from "./recovery-codes"
import { throttled, wrongCode } from "./spend-code"
import { pending } from "./start"
import { stepOf } from "./totp"

/**
 * Turns it on: the first code shows that the app has the secret. Whoever is in by the password alone is signed out, but
 * for the actor. Gives the recovery codes, this once. `run` opens the transaction: staff of whom it is required can be
 * assigned requests from then on.
 */
export async function enableTwoFactor(actor: Actor, { code }: { code: string }, run: Run, now = Date.now()) {
  authorize(actor, "profile.edit", { accountId: actor.id })
  const confirm = () =>
    run(async (tx) => {
      await lockWaysIn(tx, actor.id)
      const [begun] = await tx.select().from(secondFactors).where(pending(actor.id)).for("update")
      if (!begun) throw new AppError("conflict", "You took too long to set this up. Start again.")
      const lastStep = stepOf(unseal(begun.sealedSecret), code, now)
      if (lastStep === undefined) throw wrongCode("That code is not right or has expired. Enter the latest one")
      await tx
        .update(secondFactors)
        .set({ confirmedAt: new Date(now), lastStep })
        .where(pending(actor.id))
      const recoveryCodes = await replaceRecoveryCodes(tx, actor.id)
      await endOtherSessions(tx, actor)
      await audit(tx, authorOf(actor), { action: "account.two_factor_enabled", subject: ["account", actor.id] })
      await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId: actor.id, event: "enabled" })
      return { recoveryCodes }
    })
  return throttled(actor.id, confirm)
}
