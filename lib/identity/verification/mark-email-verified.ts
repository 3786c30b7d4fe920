import { and, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { CAN_SIGN_IN } from "@/lib/identity/accounts/account-sql"
import { forgetBounce } from "@/lib/identity/accounts/bounced"
import { linkExpired } from "@/lib/identity/mailed-links/mailed-links"
import { linkHomes } from "@/lib/identity/premises/link-homes"

/**
 * Records that a mailed link has reached the account's owner, and changes the password in the same statement if given
 * one. An address that was confirmed before keeps its time. The premises of a customer are a home of theirs at once.
 * @throws AppError `invalid` when the account can no longer be signed in to: its links are dead
 */
export async function markEmailVerified(
  tx: Tx,
  accountId: string,
  changes: { passwordHash?: string } = {},
): Promise<void> {
  const [verified] = await tx
    .update(accounts)
    .set({ ...changes, emailVerifiedAt: sql`coalesce(${accounts.emailVerifiedAt}, now())` })
    .where(and(eq(accounts.id, accountId), CAN_SIGN_IN))
    .returning({ premises: accounts.premises })
  if (!verified) throw linkExpired()
  await forgetBounce(tx, accountId)
  if (verified.premises) await linkHomes(tx, [{ customerId: accountId, premises: verified.premises }])
}
