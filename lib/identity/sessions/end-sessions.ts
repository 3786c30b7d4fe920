import { and, eq, ne } from "drizzle-orm"
import { transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { endAndAudit } from "./end-and-audit"

/**
 * Ends every session of the actor's own account but the one they call from; with `current` that one as well.
 * @throws AppError `forbidden` for an API key
 */
export async function endSessions(actor: Actor, { current }: { current: boolean }): Promise<void> {
  permit(actor, "session.end")
  const elsewhere = current ? undefined : ne(sessions.id, actor.sessionId)
  await transaction((tx) => endAndAudit(tx, authorOf(actor), and(eq(sessions.accountId, actor.id), elsewhere)))
}
