import type { Tx } from "@/db/client"
import type { AccountState, Role } from "@/lib/accounts/role"
import { signOut } from "@/lib/sessions/end"
import type { Visitor } from "./actor"
import { authenticate } from "./authenticate"
import { beginSession } from "./begin-session"
import { issueTokens } from "./tokens"

interface Given {
  email: string
  password: string
}

/** Starts a session for a browser. */
export async function signIn(visitor: Visitor, credentials: Given) {
  return startBrowserSession(await authenticate(visitor, credentials), visitor)
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
  const session = await beginSession(await authenticate(visitor, credentials), "api", visitor)
  return issueTokens({ sessionId: session.id, rotation: 0 }, session.expiresAt)
}

export const endTokens = signOut
