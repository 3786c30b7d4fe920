import { and, eq, isNull, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { endSessionRows } from "./end-session-rows"

/**
 * Gives this browser's session a new id, with the same end, after its person has changed or shown what they sign in with:
 * a cookie that somebody copied before is dead.
 * @returns the new id, or nothing when the session is over
 */
export function renewSession(actor: Actor): Promise<string | undefined> {
  return transaction(async (tx) => {
    const mine = and(eq(sessions.id, actor.sessionId), eq(sessions.kind, "browser"), isNull(sessions.endedAt))
    const [old] = await tx.select().from(sessions).where(mine).for("update")
    if (!old) return undefined
    const { id: _, ...same } = old
    const [renewed] = await tx
      .insert(sessions)
      .values({ ...same, lastUsedAt: sql`now()` })
      .returning({ id: sessions.id })
    await endSessionRows(tx, eq(sessions.id, old.id))
    const data = { by: "renewal" } as const
    await audit(tx, authorOf(actor), { action: "session.ended", subject: ["session", old.id], data })
    return renewed?.id
  })
}
