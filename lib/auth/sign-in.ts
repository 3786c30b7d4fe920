import type { AccountState, Role } from "@/lib/accounts/role"
import { AppError } from "@/lib/errors"
import type { Actor, Visitor } from "./actor"
import { authenticate } from "./authenticate"
import { endSession, rotateSession, startSession } from "./sessions"
import { issueTokens, readRefreshToken } from "./tokens"

interface Given {
  email: string
  password: string
}

/** Starts a session for a browser. */
export async function signIn(visitor: Visitor, credentials: Given) {
  return startBrowserSession(await authenticate(visitor, credentials), visitor)
}

export async function startBrowserSession(account: { id: string; role: Role; state: AccountState }, visitor: Visitor) {
  const session = await startSession(account, "browser", visitor)
  return { sessionId: session.id, role: account.role, state: account.state }
}

/** Starts a session for a program. */
export async function createTokens(visitor: Visitor, credentials: Given) {
  const account = await authenticate(visitor, credentials)
  const session = await startSession(account, "api", visitor)
  return issueTokens({ sessionId: session.id, rotation: 0 }, session.expiresAt)
}

export async function refreshTokens(_visitor: Visitor, { refreshToken }: { refreshToken: string }) {
  const claims = await readRefreshToken(refreshToken)
  const session = claims && (await rotateSession(claims.sessionId, claims.rotation))
  if (!session) throw new AppError("unauthenticated", "The refresh token is not valid any more. Sign in again.")
  return issueTokens({ sessionId: session.id, rotation: session.rotation }, session.expiresAt)
}

export const endTokens = (actor: Actor) => endSession(actor.sessionId)
