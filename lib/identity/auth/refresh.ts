import { and, eq, ne } from "drizzle-orm"
import { transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import { endSessions, nextTurn } from "./sessions"
import { issueTokens, readRefreshToken } from "./tokens"

/** Replaces both tokens of a program. A refresh token used a second time was stolen from somebody: its session ends. */
export async function refreshTokens(visitor: Visitor, { refreshToken }: { refreshToken: string }) {
  const claims = await readRefreshToken(refreshToken)
  const session = claims && (await rotate(visitor, claims))
  if (!session) throw new AppError("unauthenticated", "The refresh token is no longer valid. Sign in again.")
  return issueTokens({ sessionId: session.id, rotation: session.rotation }, session.expiresAt)
}

function rotate({ address }: Visitor, { sessionId, rotation }: { sessionId: string; rotation: number }) {
  return transaction(async (tx) => {
    const next = await nextTurn(tx, sessionId, rotation)
    if (next) return next
    const [family] = await endSessions(tx, and(eq(sessions.id, sessionId), ne(sessions.rotation, rotation)))
    if (family) {
      const data = { accountId: family.accountId }
      await audit(tx, { address }, { action: "session.reused", subject: ["session", family.id], data })
    }
    return undefined
  })
}
