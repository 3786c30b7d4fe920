import { db } from "@/db/client"
import { secondFactors } from "@/db/schema/credentials"
import { unseal } from "@/lib/identity/auth/seal"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { enrolmentOf, isPendingSql } from "./pending-enrolment"

/**
 * Reads the secret of the actor's second factor that waits for its first code, so that its page can be shown again.
 * Returns nothing when none is waiting.
 * @throws AppError `forbidden` for an API key
 */
export async function getPendingEnrolment(actor: Actor) {
  authorize(actor, "profile.read", { accountId: actor.id })
  const [found] = await db.select().from(secondFactors).where(isPendingSql(actor.id))
  return found && enrolmentOf(actor, unseal(found.sealedSecret))
}
