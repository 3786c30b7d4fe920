import { transaction } from "@/db/client"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { factorState } from "./factor"
import { removeFactor } from "./remove-factor"

/**
 * Removes somebody's second factor, for an administrator whom they have told that app and recovery codes are lost. All
 * their sessions end. An account without one stays as it is.
 * @throws AppError `not_found` and `forbidden` by the policy; `conflict` for the actor's own account, where turning it off
 *   takes a code
 */
export async function removeTwoFactorOf(actor: Actor, { id }: { id: string }): Promise<void> {
  await transaction(async (tx) => {
    authorize(actor, "factor.edit", await factorState(tx, id))
    if (id === actor.id)
      throw new AppError(
        "conflict",
        "You cannot remove your own two-factor authentication here. Turn it off on your profile with a code.",
      )
    await removeFactor(tx, authorOf(actor), id)
  })
}
