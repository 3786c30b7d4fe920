import { type Tx, transaction } from "@/db/client"
import { type Entrant, holdVerified } from "@/lib/identity/accounts/lock-account"
import { beginBrowserSession, beginSession } from "@/lib/identity/sessions/begin-session"
import { signOut } from "@/lib/identity/sessions/end-sessions"
import { passSecondFactor } from "@/lib/identity/two-factor/require-second-factor"
import { throttled } from "@/lib/identity/two-factor/spend-code"
import type { Visitor } from "@/lib/model/actor"
import { authenticate } from "./authenticate"
import { issueTokens } from "./tokens"

interface Given {
  email: string
  password: string
  /** Of the second factor. */
  code?: string
}

/** Starts a session for a browser that sends all at once. Pages ask step by step: `beginSignIn`. */
export function signIn(visitor: Visitor, credentials: Given) {
  return admit(visitor, credentials, (tx, account) => beginBrowserSession(tx, account, visitor))
}

/** Starts a session for a program. */
export async function createTokens(visitor: Visitor, credentials: Given) {
  const session = await admit(visitor, credentials, (tx, account) => beginSession(tx, account, "api", visitor))
  return issueTokens({ sessionId: session.id, rotation: 0 }, session.expiresAt)
}

/** Begins something for whom both factors belong to, while they do. */
async function admit<T>(
  visitor: Visitor,
  { code, ...credentials }: Given,
  begin: (tx: Tx, account: Entrant) => Promise<T>,
): Promise<T> {
  const verified = await authenticate(visitor, credentials)
  const enter = () =>
    transaction(async (tx) => {
      const account = await holdVerified(tx, verified)
      await passSecondFactor(tx, visitor, account.id, code)
      return begin(tx, account)
    })
  return code === undefined ? enter() : throttled(verified.id, enter)
}

export const endTokens = signOut
