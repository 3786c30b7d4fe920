import { randomBytes } from "node:crypto"
import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { lockCredentials } from "@/lib/identity/accounts/lock-account"
import { forgetTries } from "@/lib/identity/auth/sign-in-limits"
import { CHOOSING, endLinks } from "@/lib/identity/mailed-links/mailed-links"
import { endAllSessions } from "@/lib/identity/sessions/end-session-rows"
import { abandonSetUp } from "@/lib/identity/two-factor/factor"
import { audit, COMMAND_LINE } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"
import { hashPassword } from "./hash-password"

/**
 * Gives an account a random password of 120 bits, ends all its sessions and tells its owner by mail. For the operator of
 * the server, by the command line.
 * @returns the password, which is stored nowhere
 */
export async function resetPasswordByCommand(account: { id: string; email: string }): Promise<string> {
  const password = randomBytes(15).toString("base64url")
  const passwordHash = await hashPassword(password)
  const { id } = account
  await transaction(async (tx) => {
    await lockCredentials(tx, id)
    await tx.update(accounts).set({ passwordHash }).where(eq(accounts.id, id))
    await abandonSetUp(tx, id)
    for (const purpose of [...CHOOSING, "change_email"] as const) await endLinks(tx, id, purpose)
    await endAllSessions(tx, id)
    await forgetTries(tx, { ...COMMAND_LINE, device: "" }, account)
    await audit(tx, COMMAND_LINE, { action: "account.password_reset", subject: ["account", id] })
    await enqueue(tx, "send_mail", { kind: "password_changed", accountId: id })
  })
  return password
}
