import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { factorState } from "./factor"

/**
 * Reads whether somebody uses a second factor, has to, and how many recovery codes are left.
 * @throws AppError `not_found` when there is no such account or the policy hides it; `forbidden` for an API key
 */
export async function getTwoFactorOf(actor: Actor, { id }: { id: string }) {
  const theirs = await factorState(db, id)
  authorize(actor, "factor.read", theirs)
  return theirs
}
