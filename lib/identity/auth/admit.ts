import { db, type Tx, transaction } from "@/db/client"
import { lockVerified, type SignInAccount } from "@/lib/identity/accounts/lock-account"
import { hasSecondFactor } from "@/lib/identity/two-factor/factor"
import { requireCode } from "@/lib/identity/two-factor/require-second-factor"
import { limitCodeTries } from "@/lib/identity/two-factor/spend-code"
import type { Visitor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { audit } from "@/lib/platform/audit/audit"
import { authenticate } from "./authenticate"

/** Both factors in one call, for clients that cannot be asked for the second one in between. */
export interface AllCredentials {
  email: string
  password: string
  /** From the authenticator app, or a recovery code. */
  code?: string
}

/**
 * Verifies both factors and then runs `begin` in a transaction that holds the account's lock, so that a change of the
 * password in between is noticed.
 * @throws AppError `unauthenticated` for wrong credentials; `second_factor_required` when the code is missing; `invalid`
 *   when it is wrong; `too_many_requests` after ten wrong passwords or codes in a quarter of an hour
 */
export async function admit<T>(
  visitor: Visitor,
  { code, ...credentials }: AllCredentials,
  begin: (tx: Tx, account: SignInAccount) => Promise<T>,
): Promise<T> {
  const verified = await authenticate(visitor, credentials)
  const enter = () =>
    transaction(async (tx) => {
      // Sent together. The second is read when the first has the lock, since the factor may be turned on at this moment.
      const [account, hasFactor] = await Promise.all([lockVerified(tx, verified), hasSecondFactor(tx, verified.id)])
      if (hasFactor) await requireCode(tx, visitor, account.id, code)
      return begin(tx, account)
    })
  return code === undefined ? recordQuestion(verified.id, visitor, enter) : limitCodeTries(verified.id, visitor, enter)
}

/** Says in the audit log that a right password stopped at the question for the code. */
async function recordQuestion<T>(accountId: string, { address }: Visitor, enter: () => Promise<T>): Promise<T> {
  try {
    return await enter()
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "second_factor_required")
      await audit(db, { address }, { action: "account.code_asked", subject: ["account", accountId] })
    throw thrown
  }
}
