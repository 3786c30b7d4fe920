import { and, desc, eq, gt, isNull, lt, ne, type SQL, sql } from "drizzle-orm"
import { db, type Executor, one, prepared, type Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { challenges } from "@/db/schema/credentials"
import { sessions } from "@/db/schema/sessions"
import { ableToSignIn } from "@/lib/identity/auth/authenticate"
import { MUST_ENROL } from "@/lib/identity/two-factor/must-enrol"
import type { Actor, Visitor } from "@/lib/model/actor"
import type { Role } from "@/lib/model/role"
import { Id } from "@/lib/model/text"
import { together } from "@/lib/runtime/coalesce"

const HOUR = 3_600_000
const LIFETIME: Record<Role, number> = {
  customer: 30 * 24 * HOUR,
  staff: 12 * HOUR,
  supervisor: 12 * HOUR,
  administrator: 12 * HOUR,
}
const IDLE = 8 * HOUR
const TOUCH_AFTER = HOUR / 12

const ago = (ms: number) => sql`now() - make_interval(secs => ${ms / 1000}::int)`

/** By what the account is now: whoever was made staff meanwhile does not keep a customer's month. */
const beginningOfLife = sql.join(
  [
    sql`case ${accounts.role}`,
    ...Object.entries(LIFETIME).map(([role, ms]) => sql`when ${role}::role then ${ago(ms)}`),
    sql`end`,
  ],
  sql` `,
)

/** Of a session joined with its account: neither ended, nor left alone for too long, nor too old. */
const live = and(
  isNull(sessions.endedAt),
  gt(sessions.expiresAt, sql`now()`),
  gt(sessions.lastUsedAt, ago(IDLE)),
  gt(sessions.createdAt, beginningOfLife),
  ableToSignIn,
)

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
      mustEnrol: MUST_ENROL,
      sessionId: sessions.id,
      endsAt: sessions.expiresAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(sql`${sessions.id} = any(${sql.placeholder("ids")}::uuid[])`, live)),
)

const liveSession = together(async (ids) => {
  const rows = await liveSessions.execute({ ids: `{${ids.join()}}` })
  return new Map(rows.map((row) => [row.sessionId, row]))
})

/** The account behind a live session, as it is at this moment; nothing once it is over or the account may not be used. */
export async function findActor(sessionId: string, visitor: Visitor): Promise<Actor | undefined> {
  const found = Id.safeParse(sessionId).success ? await liveSession(sessionId) : undefined
  if (!found) return undefined
  const { lastUsedAt, ...account } = found
  if (Date.now() - lastUsedAt.getTime() > TOUCH_AFTER) await touch(sessionId)
  return { ...account, address: visitor.address, device: visitor.device }
}

/** Of many calls at once, one writes. */
async function touch(sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ lastUsedAt: sql`now()` })
    .where(and(eq(sessions.id, sessionId), lt(sessions.lastUsedAt, ago(TOUCH_AFTER))))
}

/** The live sessions of an account, newest first. */
export function listLive(accountId: string, { after, limit }: { after?: string; limit: number }) {
  return db
    .select({
      id: sessions.id,
      kind: sessions.kind,
      device: sessions.device,
      address: sessions.address,
      createdAt: sessions.createdAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.accountId, accountId), live, after ? lt(sessions.id, after) : undefined))
    .orderBy(desc(sessions.id))
    .limit(limit)
}

/** The next turn of a refresh token; nothing if it is not its turn, or the session is over. */
export async function nextTurn(tx: Tx, sessionId: string, rotation: number) {
  const [next] = await tx
    .update(sessions)
    .set({ rotation: rotation + 1, lastUsedAt: sql`now()` })
    .from(accounts)
    .where(and(eq(sessions.id, sessionId), eq(sessions.rotation, rotation), eq(accounts.id, sessions.accountId), live))
    .returning({ id: sessions.id, rotation: sessions.rotation, expiresAt: sessions.expiresAt })
  return next
}

/** Ends what of these sessions has not ended. Gives the ids of those it ended, and whose they were. */
export function endSessions(tx: Executor, which: SQL | undefined) {
  return tx
    .update(sessions)
    .set({ endedAt: sql`now()` })
    .where(and(which, isNull(sessions.endedAt)))
    .returning({ id: sessions.id, accountId: sessions.accountId })
}

/** Signs an account out everywhere but here; nor can a sign-in that waits for its code go on. */
export async function endOtherSessions(tx: Tx, actor: Actor): Promise<void> {
  await endSessions(tx, and(eq(sessions.accountId, actor.id), ne(sessions.id, actor.sessionId)))
  await tx.delete(challenges).where(eq(challenges.accountId, actor.id))
}

/** Signs an account out everywhere, tokens included. */
export async function endAllSessions(tx: Tx, accountId: string): Promise<void> {
  await endSessions(tx, eq(sessions.accountId, accountId))
  await tx.delete(challenges).where(eq(challenges.accountId, accountId))
}
