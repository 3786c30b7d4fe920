import { beginBrowserSession } from "@/lib/identity/sessions/begin-session"
import type { Visitor } from "@/lib/model/actor"
import { type AllCredentials, admit } from "./admit"

/**
 * Starts a browser's session for a client that sends password and code together, such as next-auth's. Our own pages ask
 * for them one after the other: see `beginSignIn` and `answerChallenge`.
 * @throws AppError `unauthenticated`, `second_factor_required`, `invalid` for a wrong code, `too_many_requests`
 */
export function signIn(visitor: Visitor, credentials: AllCredentials) {
  return admit(visitor, credentials, (tx, account) => beginBrowserSession(tx, account, visitor))
}
