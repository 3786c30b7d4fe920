import type { Tx } from "@/db/client"
import { lockCredentials } from "@/lib/identity/accounts/lock-account"
import { endAllSessions } from "@/lib/identity/sessions/end-session-rows"
import { type Author, audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { deleteFactor } from "./factor"

/**
 * Deletes an account's second factor without a code, ends all its sessions, which a thief may have begun, and tells its
 * owner by mail. Returns false when there was none.
 */
export async function removeFactor(tx: Tx, author: Author, accountId: string): Promise<boolean> {
  await lockCredentials(tx, accountId)
  if (!(await deleteFactor(tx, accountId))) return false
  await endAllSessions(tx, accountId)
  await audit(tx, author, { action: "account.two_factor_disabled", subject: ["account", accountId] })
  await enqueue(tx, "send_mail", { kind: "two_factor_changed", accountId, event: "removed" })
  return true
}
