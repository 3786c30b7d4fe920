import { eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import type { Visitor } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { readCookie } from "./cookie"
import type { Entrant } from "./entrant"
import { endSessions, startSession } from "./sessions"

/**
 * Signs an account in, always under a new id. What the browser held until now is over, whoever put it there: a session
 * that somebody planted in this browser, or one that was left open in it, is nobody's any more.
 */
export async function beginSession(tx: Tx, account: Entrant, kind: "browser" | "api", visitor: Visitor) {
  const left = kind === "browser" ? await readCookie(visitor.cookies) : undefined
  if (left) await endLeft(tx, account, left, visitor)
  const session = await startSession(account, kind, visitor, tx)
  const data = { kind, sessionId: session.id }
  await audit(tx, authorOf(account, visitor), { action: "account.signed_in", subject: ["account", account.id], data })
  return session
}

/** The same for a browser, with what its cookie and its first page need. */
export async function beginBrowserSession(tx: Tx, account: Entrant, visitor: Visitor) {
  const session = await beginSession(tx, account, "browser", visitor)
  return { sessionId: session.id, role: account.role, state: account.state }
}

async function endLeft(tx: Tx, account: Entrant, left: string, visitor: Visitor): Promise<void> {
  const data = { by: "sign-in" } as const
  for (const { id } of await endSessions(tx, eq(sessions.id, left)))
    await audit(tx, authorOf(account, visitor), { action: "session.ended", subject: ["session", id], data })
}

const authorOf = ({ id }: Entrant, { address }: Visitor) => ({ actorId: id, address })
