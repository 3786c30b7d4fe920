import type { SQL } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { type Author, auditAll } from "@/lib/platform/audit/audit"
import { endSessionRows } from "./end-session-rows"

/** Ends these sessions, writes an audit entry for each, and returns how many there were. */
export async function endAndAudit(tx: Tx, author: Author, which: SQL | undefined): Promise<number> {
  const ended = await endSessionRows(tx, which)
  await auditAll(
    tx,
    author,
    ended.map(({ id }) => ({ action: "session.ended", subject: ["session", id] })),
  )
  return ended.length
}
