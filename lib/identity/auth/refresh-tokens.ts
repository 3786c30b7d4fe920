import { and, eq, ne } from "drizzle-orm"
import { transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import { advanceRotation, repeatRotation } from "@/lib/identity/sessions/advance-rotation"
import { endSessionRows } from "@/lib/identity/sessions/end-session-rows"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import { issueTokens, readRefreshToken } from "./tokens"

/**
 * Replaces a program's access and refresh token. Each refresh token works once, but that the same client may repeat a call
 * whose answer it lost. Any other second use means that somebody has stolen it, so the session ends for thief and owner
 * alike, and the audit log says so.
 * @throws AppError `unauthenticated` when the token is not good, was used before, or its session has ended
 */
export async function refreshTokens(visitor: Visitor, { refreshToken }: { refreshToken: string }) {
  const claims = await readRefreshToken(refreshToken)
  const session = claims && (await rotate(visitor, claims))
  if (!session) throw new AppError("unauthenticated", "The refresh token is no longer valid. Sign in again.")
  return issueTokens({ sessionId: session.id, rotation: session.rotation }, session.expiresAt)
}

function rotate(visitor: Visitor, { sessionId, rotation }: { sessionId: string; rotation: number }) {
  return transaction(async (tx) => {
    const next = await advanceRotation(tx, sessionId, rotation)
    const rotated = next ?? (await repeatRotation(tx, sessionId, rotation, visitor))
    if (rotated) return rotated
    const [reused] = await endSessionRows(tx, and(eq(sessions.id, sessionId), ne(sessions.rotation, rotation)))
    if (reused) {
      const data = { accountId: reused.accountId }
      await audit(tx, { address: visitor.address }, { action: "session.reused", subject: ["session", reused.id], data })
    }
    return undefined
  })
}
