import { and, desc, eq, lt } from "drizzle-orm"
import { db } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { describeDevice } from "./describe-device"
import { IS_LIVE_SESSION } from "./session-lifetime"

/**
 * Lists the live sessions of the actor's own account, newest first, a page at a time.
 * @throws AppError `forbidden` for an API key, which has no sessions
 */
export async function listSessions(actor: Actor, { after, limit }: { after?: string; limit: number }) {
  permit(actor, "session.read")
  const rows = await db
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
    .where(and(eq(sessions.accountId, actor.id), IS_LIVE_SESSION, after ? lt(sessions.id, after) : undefined))
    .orderBy(desc(sessions.id))
    .limit(limit + 1)
  const { items, next } = toPage(rows, limit)
  const listed = items.map(({ device, ...session }) => ({
    ...session,
    device: describeDevice(session.kind, device),
    current: session.id === actor.sessionId,
  }))
  return { items: listed, next }
}
