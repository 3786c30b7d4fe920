import { and, eq, isNull, ne, type SQL, sql } from "drizzle-orm"
import type { Executor, Tx } from "@/db/client"
import { challenges } from "@/db/schema/credentials"
import { sessions } from "@/db/schema/sessions"
import type { Actor } from "@/lib/model/actor"

/** Ends those of these sessions that have not ended, and returns their ids and accounts. Writes no audit entry. */
export function endSessionRows(tx: Executor, which: SQL | undefined) {
  return tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(which, isNull(sessions.endedAt)))
    .returning({ id: sessions.id, accountId: sessions.accountId })
}

/**
 * Ends every session of the actor's account but their own, and deletes challenges: a sign-in that waits for its code
 * must not go on with an old password.
 */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<void> {
  await endSessionRows(tx, and(eq(sessions.accountId, actor.id), ne(sessions.id, actor.sessionId)))
  await tx.delete(challenges).where(eq(challenges.accountId, actor.id))
}

/** Ends every session of an account, with its tokens, and deletes its challenges. */
export async function endAllSessions(tx: Tx, accountId: string): Promise<void> {
  await endSessionRows(tx, eq(sessions.accountId, accountId))
  await tx.delete(challenges).where(eq(challenges.accountId, accountId))
}
