import { and, eq, lt, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { prepared } from "@/db/prepared"
import { accounts } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import { MUST_ENROL } from "@/lib/identity/two-factor/must-enrol"
import type { Actor, Visitor } from "@/lib/model/actor"
import { Id } from "@/lib/model/text"
import { coalesce } from "@/lib/runtime/coalesce"
import { agoSql, IS_CONFIRMED, IS_LIVE_SESSION } from "./session-lifetime"

const FIVE_MINUTES = 300_000

const liveSessions = prepared((reader) =>
  reader
    .select({
      id: accounts.id,
      name: accounts.name,
      role: accounts.role,
      state: accounts.state,
      mustEnrol: MUST_ENROL,
      sessionId: sessions.id,
      confirmed: IS_CONFIRMED,
      endsAt: sessions.expiresAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(sql`${sessions.id} = any(${sql.placeholder("ids")}::uuid[])`, IS_LIVE_SESSION)),
)

const liveSession = coalesce(async (ids) => {
  const rows = await liveSessions.execute({ ids: `{${ids.join()}}` })
  return new Map(rows.map((row) => [row.sessionId, row]))
})

/**
 * Loads the account of a live session, with its role and state at this moment, so that signing out, demotion and disabling
 * take effect with the next request. Returns nothing when the session is over or the account may not be used.
 */
export async function findActor(sessionId: string, visitor: Visitor): Promise<Actor | undefined> {
  const found = Id.safeParse(sessionId).success ? await liveSession(sessionId) : undefined
  if (!found) return undefined
  const { lastUsedAt, ...account } = found
  if (Date.now() - lastUsedAt.getTime() > FIVE_MINUTES) await touch(sessionId)
  return { ...account, address: visitor.address, device: visitor.device }
}

/** Notes the use, every five minutes at most. Of several requests at the same time the condition lets one write. */
async function touch(sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastUsedAt, agoSql(FIVE_MINUTES))))
}
