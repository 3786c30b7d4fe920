import { one, type Tx, transaction } from "@/db/client"
import { challenges } from "@/db/schema/credentials"
import { lockVerified } from "@/lib/identity/accounts/lock-account"
import { authenticate } from "@/lib/identity/auth/authenticate"
import { beginBrowserSession } from "@/lib/identity/sessions/begin-session"
import type { Visitor } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { CHALLENGE_SECONDS } from "./challenge"
import { hasSecondFactor } from "./factor"

/**
 * Takes the first step of signing in to a browser: email address and password.
 * @returns the new session; for an account with a second factor a challenge instead, which its code answers
 * @throws AppError `unauthenticated` for wrong credentials; `too_many_requests` after ten in a quarter of an hour
 */
export async function beginSignIn(visitor: Visitor, credentials: { email: string; password: string }) {
  const verified = await authenticate(visitor, credentials)
  return transaction(async (tx) => {
    const account = await lockVerified(tx, verified)
    if (!(await hasSecondFactor(tx, account.id))) return beginBrowserSession(tx, account, visitor)
    const { address } = visitor
    await audit(tx, { address }, { action: "account.code_asked", subject: ["account", account.id] })
    return { challengeId: await makeChallenge(tx, account.id) }
  })
}

async function makeChallenge(tx: Tx, accountId: string): Promise<string> {
  const expiresAt = new Date(Date.now() + CHALLENGE_SECONDS * 1000)
  return one(await tx.insert(challenges).values({ accountId, expiresAt }).returning()).id
}
