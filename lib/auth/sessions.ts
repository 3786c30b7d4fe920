import { and, eq, gt, inArray, isNull, ne, sql } from "drizzle-orm"
import { db, type Executor, one, prepared, type Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import { LIVE_STATES, type Role } from "@/lib/accounts/role"
import { Id } from "@/lib/text"
import { together } from "@/lib/together"
import type { Actor, Visitor } from "./actor"

const HOUR = 3_600_000
const LIFETIME: Record<Role, number> = {
  customer: 30 * 24 * HOUR,
  staff: 12 * HOUR,
  supervisor: 12 * HOUR,
  administrator: 12 * HOUR,
}
const TOUCH_AFTER = HOUR / 12

const live = and(isNull(sessions.endedAt), gt(sessions.expiresAt, sql`now()`))

export async function startSession(
  account: { id: string; role: Role },
  kind: "browser" | "api",
  visitor: Visitor,
  executor: Executor = db,
) {
  const expiresAt = new Date(Date.now() + LIFETIME[account.role])
  const { address, device } = visitor
  return one(
    await executor.insert(sessions).values({ accountId: account.id, kind, address, device, expiresAt }).returning(),
  )
}

const liveSessions = prepared((reader) =>
  reader
    .select({
      id: accounts.id,
      name: accounts.name,
      role: accounts.role,
      state: accounts.state,
      sessionId: sessions.id,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        sql`${sessions.id} = any(${sql.placeholder("ids")}::uuid[])`,
        live,
        inArray(accounts.state, [...LIVE_STATES]),
      ),
    ),
)

const liveSession = together(async (ids) => {
  const rows = await liveSessions.execute({ ids: `{${ids.join()}}` })
  return new Map(rows.map((row) => [row.sessionId, row]))
})

/** The account behind a live session, as it is at this moment; nothing once it has ended, or the account is disabled or deleted. */
export async function findActor(sessionId: string, visitor: Visitor): Promise<Actor | undefined> {
  const found = Id.safeParse(sessionId).success ? await liveSession(sessionId) : undefined
  if (!found) return undefined
  const { lastUsedAt, ...account } = found
  if (Date.now() - lastUsedAt.getTime() > TOUCH_AFTER)
    await db.update(sessions).set({ lastUsedAt: new Date() }).where(eq(sessions.id, sessionId))
  return { ...account, address: visitor.address, device: visitor.device }
}

/** The next turn of a refresh token. Nothing if the session is over; a token used twice ends it. */
export async function rotateSession(sessionId: string, rotation: number) {
  const [next] = await db
    .update(sessions)
    .set({ rotation: rotation + 1, lastUsedAt: new Date() })
    .where(and(eq(sessions.id, sessionId), eq(sessions.rotation, rotation), live))
    .returning()
  if (!next) await endSession(sessionId)
  return next
}

export async function endSession(sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ endedAt: new Date() })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
}

/** Signs an account out everywhere but here. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: new Date() })
    .where(and(eq(sessions.accountId, actor.id), ne(sessions.id, actor.sessionId), isNull(sessions.endedAt)))
}

/** Signs an account out everywhere, tokens included. */
export async function endAllSessions(tx: Tx, accountId: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: new Date() })
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt)))
}
