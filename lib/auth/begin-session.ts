import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { sessions } from "@/db/schema/sessions"
import type { Role } from "@/lib/accounts/role"
import { audit } from "@/lib/audit/audit"
import type { Visitor } from "./actor"
import { readCookie } from "./cookie"
import { endSessions, startSession } from "./sessions"

/**
 * Signs an account in, always under a new id. What the browser held until now is over, whoever put it there: a session
 * that somebody planted in this browser, or one that was left open in it, is nobody's any more.
 */
export async function beginSession(account: { id: string; role: Role }, kind: "browser" | "api", visitor: Visitor) {
  const author = { actorId: account.id, address: visitor.address }
  const left = kind === "browser" ? await readCookie(visitor.cookies) : undefined
  return transaction(async (tx) => {
    const replaced = left ? await endSessions(tx, eq(sessions.id, left)) : []
    for (const { id } of replaced)
      await audit(tx, author, { action: "session.ended", subject: ["session", id], data: { by: "sign-in" } })
    const session = await startSession(account, kind, visitor, tx)
    const data = { kind, sessionId: session.id }
    await audit(tx, author, { action: "account.signed_in", subject: ["account", account.id], data })
    return session
  })
}
