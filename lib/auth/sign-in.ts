import type { Tx } from "@/db/client"
import type { AccountState, Role } from "@/lib/accounts/role"
import { AppError } from "@/lib/errors"
import { passSecondFactor } from "@/lib/two-factor/pass"
import type { Actor, Visitor } from "./actor"
import { authenticate } from "./authenticate"
import { endSession, rotateSession, startSession } from "./sessions"
import { issueTokens, readRefreshToken } from "./tokens"

interface Given {
  email: string
  password: string
  /** Of the second factor. */
  code?: string
}

/** Starts a session for a browser that sends all at once. Pages ask step by step: `beginSignIn`. */
export async function signIn(visitor: Visitor, credentials: Given) {
  return startBrowserSession(await identify(visitor, credentials), visitor)
}

/** The account that both factors belong to. */
async function identify(visitor: Visitor, { code, ...credentials }: Given) {
  const account = await authenticate(visitor, credentials)
  await passSecondFactor(visitor, account.id, code)
  return account
}

interface Entrant {
  id: string
  role: Role
  state: AccountState
}

export async function startBrowserSession(account: Entrant, visitor: Visitor, tx?: Tx) {
  const session = await startSession(account, "browser", visitor, tx)
  return { sessionId: session.id, role: account.role, state: account.state }
}

/** Starts a session for a program. */
export async function createTokens(visitor: Visitor, credentials: Given) {
  const account = await identify(visitor, credentials)
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
