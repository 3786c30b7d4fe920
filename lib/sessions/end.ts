import { and, eq, ne, type SQL } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import { auditAll } from "@/lib/audit/audit"
import { type Actor, authorOf } from "@/lib/auth/actor"
import * as rows from "@/lib/auth/sessions"
import { authorize, permit } from "@/lib/policy"

/** Signs out in one place. Cookies and tokens that were taken from it are dead from then on. */
export function endSession(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    const [found] = await tx.select({ accountId: sessions.accountId }).from(sessions).where(eq(sessions.id, id))
    authorize(actor, "session.end", found)
    await end(tx, actor, eq(sessions.id, id))
  })
}

/** Signs out everywhere else, or with `current` everywhere. */
export function endSessions(actor: Actor, { current }: { current: boolean }): Promise<void> {
  permit(actor, "session.end")
  const elsewhere = current ? undefined : ne(sessions.id, actor.sessionId)
  return transaction((tx) => end(tx, actor, and(eq(sessions.accountId, actor.id), elsewhere)))
}

/** Signs out here. */
export const signOut = (actor: Actor): Promise<void> =>
  transaction((tx) => end(tx, actor, eq(sessions.id, actor.sessionId)))

async function end(tx: Tx, actor: Actor, which: SQL | undefined): Promise<void> {
  const ended = await rows.endSessions(tx, which)
  await auditAll(
    tx,
    authorOf(actor),
    ended.map(({ id }) => ({ action: "session.ended", subject: ["session", id] })),
  )
}
