import type { Tx } from "@/db/client"
import type { AccountState, Role } from "@/lib/accounts/role"
import { signOut } from "@/lib/sessions/end"
import { passSecondFactor } from "@/lib/two-factor/pass"
import type { Visitor } from "./actor"
import { authenticate } from "./authenticate"
import { beginSession } from "./begin-session"
import { issueTokens } from "./tokens"

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
  const session = await beginSession(account, "browser", visitor, tx)
  return { sessionId: session.id, role: account.role, state: account.state }
}

/** Starts a session for a program. */
export async function createTokens(visitor: Visitor, credentials: Given) {
  const session = await beginSession(await identify(visitor, credentials), "api", visitor)
  return issueTokens({ sessionId: session.id, rotation: 0 }, session.expiresAt)
}

export const endTokens = signOut
