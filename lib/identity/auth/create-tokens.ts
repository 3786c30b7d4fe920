import { beginSession } from "@/lib/identity/sessions/begin-session"
import type { Visitor } from "@/lib/model/actor"
import { type AllCredentials, admit } from "./admit"
import { issueTokens } from "./tokens"

/**
 * Starts a program's session and returns its access and refresh tokens.
 * @throws AppError `unauthenticated`, `second_factor_required`, `invalid` for a wrong code, `too_many_requests`
 */
export async function createTokens(visitor: Visitor, credentials: AllCredentials) {
  const session = await admit(visitor, credentials, (tx, account) => beginSession(tx, account, "api", visitor))
  return issueTokens({ sessionId: session.id, rotation: 0 }, session.expiresAt)
}
