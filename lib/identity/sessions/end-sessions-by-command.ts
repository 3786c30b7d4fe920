import { and, eq, inArray, isNull } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { db, transaction } from "@/db/client"
import { challenges } from "@/db/schema/credentials"
import { sessions } from "@/db/schema/sessions"
import { COMMAND_LINE } from "@/lib/platform/audit/audit"
import { endAndAudit } from "./end-and-audit"

/** How many sessions are ended in one transaction, so that their audit entries fit into one statement. */
const BATCH = 1000

/**
 * Ends every session of an account, or of everybody, for the operator of the server, and deletes the challenges of
 * sign-ins that wait for their code.
 * @returns how many sessions were ended
 */
export async function endSessionsByCommand(of: { accountId: string } | "everybody"): Promise<number> {
  const whose = (owner: PgColumn) => (of === "everybody" ? undefined : eq(owner, of.accountId))
  await db.delete(challenges).where(whose(challenges.accountId))
  const open = and(isNull(sessions.endedAt), whose(sessions.accountId))
  const some = db.select({ id: sessions.id }).from(sessions).where(open).orderBy(sessions.id).limit(BATCH)
  let total = 0
  for (;;) {
    const ended = await transaction((tx) => endAndAudit(tx, COMMAND_LINE, inArray(sessions.id, some)))
    total += ended
    if (ended < BATCH) return total
  }
}
