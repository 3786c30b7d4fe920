import { and, isNull } from "drizzle-orm"
import { transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { CAN_SIGN_IN, hasEmailSql } from "@/lib/identity/accounts/account-sql"
import { fromNetwork } from "@/lib/identity/auth/from-network"
import { emailKey, takeTry, tryIsLeft } from "@/lib/identity/auth/throttle"
import type { Visitor } from "@/lib/model/actor"
import { NO_ACCOUNT } from "@/lib/model/mail-job"
import { enqueue } from "@/lib/platform/jobs/enqueue"

const HOUR = 3600

const ANSWER = {
  message: "If there is an account with this email address that is not confirmed yet, we have sent it a link.",
}

/**
 * Mails the confirmation link again to somebody who cannot sign in without it. For an address without an account, or with
 * one that is confirmed, the answer and the work are the same, down to a job that mails nothing. Beyond five an hour
 * nothing is sent, whoever asked for them, and the link already sent goes on working.
 * @throws AppError `too_many_requests` after 20 requests an hour from a network
 */
export async function requestVerification(visitor: Visitor, { email }: { email: string }) {
  await takeTry(fromNetwork("verification", visitor, { tries: 20, seconds: HOUR }))
  await transaction(async (tx) => {
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(hasEmailSql(email), CAN_SIGN_IN, isNull(accounts.emailVerifiedAt)))
    const mails = await tryIsLeft(tx, { key: `verification:email:${emailKey(email)}`, tries: 5, seconds: HOUR })
    await enqueue(tx, "send_mail", { kind: "verify_email", accountId: (mails && account?.id) || NO_ACCOUNT })
  })
  return ANSWER
}
