import { type Tx, transaction } from "@/db/client"
import { lockWaysIn } from "@/lib/identity/auth/entrant"
import { endAllSessions } from "@/lib/identity/auth/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { type Author, audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { deleteFactor, factorState } from "./factor"

/** For somebody who lost their app and their recovery codes. Whoever is in under their name is signed out. */
export async function removeTwoFactorOf(actor: Actor, { id }: { id: string }): Promise<void> {
  await transaction(async (tx) => {
    authorize(actor, "factor.edit", await factorState(tx, id))
    if (id === actor.id)
      throw new AppError("conflict", "You cannot remove your own here. Turn it off on your profile with a code.")
    await takeFactorAway(tx, authorOf(actor), id)
  })
}

/** The same for whoever runs the server. False when there was none. */
export const removeTwoFactorByCommand = (id: string): Promise<boolean> =>
  transaction((tx) => takeFactorAway(tx, COMMAND_LINE, id))

async function takeFactorAway(tx: Tx, author: Author, id: string): Promise<boolean> {
  await lockWaysIn(tx, id)
  if (!(await deleteFactor(tx, id))) return false
  await endAllSessions(tx, id)
  await audit(tx, author, { action: "account.two_factor_disabled", subject: ["account", id] })
  await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId: id, event: "removed" })
  return true
}
