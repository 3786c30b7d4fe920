import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { endAndAudit } from "./end-and-audit"

/**
 * Ends one session of the actor's own account. Its cookie and tokens stop working with the next request. Ending a session
 * that has ended does nothing.
 * @throws AppError `not_found` for a session of somebody else; `forbidden` for an API key
 */
export function endSession(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    const [found] = await tx.select({ accountId: sessions.accountId }).from(sessions).where(eq(sessions.id, id))
    authorize(actor, "session.end", found)
    await endAndAudit(tx, authorOf(actor), eq(sessions.id, id))
  })
}
