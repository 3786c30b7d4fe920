import { and, eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { CAN_SIGN_IN } from "./account-sql"
import { wrongCredentials } from "./wrong-credentials"

/*
 * Signing in and changing what it takes to sign in exclude each other by locks on the account's row. A sign-in takes
 * FOR SHARE, so that many can happen at once; whatever changes the password, the second factor or the state takes FOR NO
 * KEY UPDATE, waits for sign-ins under way and then ends the sessions they began. Without this, a sign-in that had
 * checked the old password could start a session just after all sessions were ended. The account is always locked before
 * its second factor, recovery codes, challenges and sessions.
 */

/**
 * Locks an account for a sign-in (FOR SHARE) until the transaction ends.
 * @returns the account as it is now, or nothing when it can no longer be signed in to
 */
export async function lockForSignIn(tx: Tx, accountId: string) {
  const [account] = await tx
    .select({ id: accounts.id, role: accounts.role, state: accounts.state, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), CAN_SIGN_IN))
    .for("share")
  return account
}

export type SignInAccount = NonNullable<Awaited<ReturnType<typeof lockForSignIn>>>

/**
 * Locks the account of somebody whose password was verified before the transaction began, and checks that the password
 * has not been changed since.
 * @throws AppError `unauthenticated` when it has been changed, or the account can no longer be signed in to
 */
export async function lockVerified(tx: Tx, verified: { id: string; passwordHash: string }): Promise<SignInAccount> {
  const account = await lockForSignIn(tx, verified.id)
  if (account?.passwordHash !== verified.passwordHash) throw wrongCredentials()
  return account
}

/** Locks an account for a change of what it takes to sign in (FOR NO KEY UPDATE) until the transaction ends. */
export async function lockCredentials(tx: Tx, accountId: string): Promise<void> {
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("no key update")
}
