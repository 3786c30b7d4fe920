import { and } from "drizzle-orm"
import { transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { CAN_SIGN_IN, hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { fromNetwork } from "@/lib/identity/auth/from-network"
import { emailKey, takeTry, tryIsLeft } from "@/lib/identity/auth/throttle"
import type { Visitor } from "@/lib/model/actor"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { enqueue } from "@/lib/platform/jobs/enqueue"

const HOUR = 3600

const ANSWER = { message: "If there is an account with this email address, we have sent it a link." }

/**
 * Mails a link to choose a new password. For an address without an account the answer and the work are the same, down to
 * a job that mails nothing, so that nobody can find out who has an account.
 * Beyond five an hour nothing is sent, whoever asked for them, and the links already sent go on working.
 * @throws AppError `too_many_requests` after 20 requests an hour from a network
 */
export async function requestReset(visitor: Visitor, { email }: { email: string }) {
  await takeTry(fromNetwork("reset", visitor, { tries: 20, seconds: HOUR }))
  await transaction(async (tx) => {
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(hasEmailSql(email), CAN_SIGN_IN))
    const mails = await tryIsLeft(tx, { key: `reset:account:${emailKey(email)}`, tries: 5, seconds: HOUR })
    const accountId = (mails && account?.id) || NO_ACCOUNT
    await enqueue(tx, "send_mail", { kind: "reset_password", accountId })
  })
  return ANSWER
}
