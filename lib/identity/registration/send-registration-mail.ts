import { and } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { CAN_SIGN_IN, hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { emailKey, tryIsLeft } from "@/lib/identity/auth/throttle"
import type { Visitor } from "@/lib/model/actor"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { audit } from "@/lib/platform/audit/audit"
import { enqueue } from "@/lib/platform/jobs/enqueue"

const HOUR = 3600

type Registered = typeof accounts.$inferSelect

/**
 * Queues the one mail that follows a registration: the confirmation link for a new account, or a notice to the owner of
 * an address that already has one. The owner of a known address gets five notices an hour at most; beyond that the job
 * is queued for no account, so that the database does as much work as before and time tells nothing.
 */
export async function sendRegistrationMail(
  tx: Tx,
  visitor: Visitor,
  email: string,
  account: Registered | undefined,
): Promise<void> {
  const isLeft = await tryIsLeft(tx, { key: `register:account:${emailKey(email)}`, tries: 5, seconds: HOUR })
  if (account) {
    const { id, role, state, emailVerifiedAt } = account
    const author = { actorId: id, address: visitor.address }
    await audit(tx, author, { action: "account.registered", subject: ["account", id], data: { role, state } })
    if (!emailVerifiedAt) await enqueue(tx, "send_mail", { kind: "verify_email", accountId: id })
    return
  }
  const [known] = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(hasEmailSql(email), CAN_SIGN_IN))
  await enqueue(tx, "send_mail", { kind: "already_registered", accountId: (isLeft && known?.id) || NO_ACCOUNT })
}
