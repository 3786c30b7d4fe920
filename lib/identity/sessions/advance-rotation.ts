import { and, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import type { Visitor } from "@/lib/model/actor"
import { IS_LIVE_SESSION } from "./session-lifetime"

/**
 * Counts one refresh of a session's tokens. Returns the session with its new rotation, or nothing when the rotation given
 * is not the current one or the session is over. Of two refreshes with one token, one gets nothing.
 */
export async function advanceRotation(tx: Tx, sessionId: string, rotation: number) {
  const isCurrent = and(eq(sessions.id, sessionId), eq(sessions.rotation, rotation))
  const [next] = await tx
    .update(sessions)
    .set({ rotation: rotation + 1, rotatedAt: sql`now()`, lastUsedAt: sql`now()` })
    .from(accounts)
    .where(and(isCurrent, eq(accounts.id, sessions.accountId), IS_LIVE_SESSION))
    .returning({ id: sessions.id, rotation: sessions.rotation, expiresAt: sessions.expiresAt })
  return next
}

/** A client whose answer was lost on a bad line may ask again for so many seconds. */
const GRACE_SECONDS = 10

/**
 * The session as it was just refreshed with this rotation by the same client; nothing when that is longer ago or was
 * another.
 */
export async function repeatRotation(tx: Tx, sessionId: string, rotation: number, { device }: Visitor) {
  const [found] = await tx
    .select({ id: sessions.id, rotation: sessions.rotation, expiresAt: sessions.expiresAt })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.id, sessionId),
        eq(sessions.rotation, rotation + 1),
        eq(sessions.device, device),
        sql`${sessions.rotatedAt} > now() - make_interval(secs => ${GRACE_SECONDS})`,
        IS_LIVE_SESSION,
      ),
    )
  return found
}
