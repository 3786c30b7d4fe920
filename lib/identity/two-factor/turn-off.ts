import { db, transaction } from "@/db/client"
import { lockWaysIn } from "@/lib/identity/auth/entrant"
import { reauthenticate } from "@/lib/identity/auth/reauthenticate"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { deleteFactor, isRequired } from "./factor"
import { spendCode, throttled } from "./spend-code"

interface Proof {
  currentPassword: string
  code: string
}

/** Signing in asks for the password alone again. It takes both factors to get there. */
export async function turnOffTwoFactor(
  actor: Actor,
  { currentPassword, code }: Proof,
  now = Date.now(),
): Promise<void> {
  authorize(actor, "profile.edit", { accountId: actor.id })
  if (await isRequired(db, actor.role))
    throw new AppError("conflict", "All staff must use two-factor authentication. You cannot turn it off.")
  await reauthenticate(actor, currentPassword)
  const turnOff = () =>
    transaction(async (tx) => {
      await lockWaysIn(tx, actor.id)
      await spendCode(tx, { accountId: actor.id, code, address: actor.address }, now)
      await deleteFactor(tx, actor.id)
      await audit(tx, authorOf(actor), { action: "account.two_factor_disabled", subject: ["account", actor.id] })
      await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId: actor.id, event: "disabled" })
    })
  await throttled(actor.id, turnOff)
}
