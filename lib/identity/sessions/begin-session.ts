import { eq } from "drizzle-orm"
import { v7 } from "uuid"
import type { Tx } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import type { SignInAccount } from "@/lib/identity/accounts/lock-account"
import { readSessionCookie } from "@/lib/identity/auth/session-cookie"
import type { Visitor } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { endSessionRows } from "./end-session-rows"
import { startSession } from "./start-session"

/**
 * Signs an account in: starts a session with a new id, writes the audit entry and returns the session. The session that
 * the browser's cookie named until now ends, whoever it belonged to: an attacker may have planted it there (session
 * fixation), or somebody may have left it open.
 */
export async function beginSession(tx: Tx, account: SignInAccount, kind: "browser" | "api", visitor: Visitor) {
  const left = kind === "browser" ? await readSessionCookie(visitor.cookies) : undefined
  if (left) await endLeft(tx, account, left, visitor)
  const sessionId = v7()
  const data = { kind, sessionId }
  // Sent together.
  const [session] = await Promise.all([
    startSession(account, kind, visitor, tx, sessionId),
    audit(tx, authorOf(account, visitor), { action: "account.signed_in", subject: ["account", account.id], data }),
  ])
  return session
}

/** Signs an account in to a browser and returns what its cookie and its first page need. */
export async function beginBrowserSession(tx: Tx, account: SignInAccount, visitor: Visitor) {
  const session = await beginSession(tx, account, "browser", visitor)
  return { sessionId: session.id, role: account.role, state: account.state }
}

async function endLeft(tx: Tx, account: SignInAccount, left: string, visitor: Visitor): Promise<void> {
  const data = { by: "sign-in" } as const
  for (const { id } of await endSessionRows(tx, eq(sessions.id, left)))
    await audit(tx, authorOf(account, visitor), { action: "session.ended", subject: ["session", id], data })
}

const authorOf = ({ id }: SignInAccount, { address }: Visitor) => ({ actorId: id, address })
