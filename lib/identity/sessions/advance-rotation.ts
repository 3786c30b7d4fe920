import { and, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import { IS_LIVE_SESSION } from "./session-lifetime"

/**
 * Counts one refresh of a session's tokens. Returns the session with its new rotation, or nothing when the rotation given
 * is not the current one or the session is over. Of two refreshes with one token, one gets nothing.
 */
export async function advanceRotation(tx: Tx, sessionId: string, rotation: number) {
  const isCurrent = and(eq(sessions.id, sessionId), eq(sessions.rotation, rotation))
  const [next] = await tx
    .update(sessions)
    .set({ rotation: rotation + 1, lastUsedAt: sql`now()` })
    .from(accounts)
    .where(and(isCurrent, eq(accounts.id, sessions.accountId), IS_LIVE_SESSION))
    .returning({ id: sessions.id, rotation: sessions.rotation, expiresAt: sessions.expiresAt })
  return next
}
