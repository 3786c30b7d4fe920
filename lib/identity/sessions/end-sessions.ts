import { and, eq, inArray, isNull, ne, type SQL } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { db, type Tx, transaction } from "@/db/client"
import { challenges } from "@/db/schema/credentials"
import { sessions } from "@/db/schema/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize, permit } from "@/lib/model/policy"
import { type Author, auditAll, COMMAND_LINE } from "@/lib/platform/audit/audit"
import * as rows from "./find-actor"

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
  await note(tx, authorOf(actor), await rows.endSessions(tx, which))
}

/** How many are ended in one statement, so that their audit entries fit in another. */
const BATCH = 1000

/**
 * Ends every session of an account, or of everybody, for whoever runs the server; what was begun by a password and waits
 * for its code ends too. Gives how many sessions were ended.
 */
export async function endSessionsByCommand(of: { accountId: string } | "everybody"): Promise<number> {
  const whose = (owner: PgColumn) => (of === "everybody" ? undefined : eq(owner, of.accountId))
  await db.delete(challenges).where(whose(challenges.accountId))
  const open = and(isNull(sessions.endedAt), whose(sessions.accountId))
  const some = db.select({ id: sessions.id }).from(sessions).where(open).orderBy(sessions.id).limit(BATCH)
  let total = 0
  for (;;) {
    const ended = await transaction(async (tx) => {
      const found = await rows.endSessions(tx, inArray(sessions.id, some))
      await note(tx, COMMAND_LINE, found)
      return found.length
    })
    total += ended
    if (ended < BATCH) return total
  }
}

const note = (tx: Tx, author: Author, ended: { id: string }[]): Promise<void> =>
  auditAll(
    tx,
    author,
    ended.map(({ id }) => ({ action: "session.ended", subject: ["session", id] })),
  )
