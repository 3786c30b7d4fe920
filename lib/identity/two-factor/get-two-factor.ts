import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { factorState } from "./factor"

/**
 * Reads whether the actor uses a second factor, has to, and how many recovery codes are left.
 * @throws AppError `forbidden` for an API key
 */
export async function getTwoFactor(actor: Actor) {
  const mine = await factorState(db, actor.id)
  authorize(actor, "profile.read", mine)
  return mine
}
