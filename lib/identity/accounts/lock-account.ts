import { and, eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { ableToSignIn, notRight } from "@/lib/identity/auth/authenticate"

/**
 * The account of somebody who is about to get in, as it stays until this transaction is over; nothing if it may be used
 * no more. Whatever changes the ways in waits until then, and ends what began here with everything else.
 */
export async function holdEntrant(tx: Tx, accountId: string) {
  const [entrant] = await tx
    .select({ id: accounts.id, role: accounts.role, state: accounts.state, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(and(eq(accounts.id, accountId), ableToSignIn))
    .for("share")
  return entrant
}

export type Entrant = NonNullable<Awaited<ReturnType<typeof holdEntrant>>>

/** The same for whose password was verified before: throws `unauthenticated` if it is another by now. */
export async function holdVerified(tx: Tx, verified: { id: string; passwordHash: string }): Promise<Entrant> {
  const entrant = await holdEntrant(tx, verified.id)
  if (entrant?.passwordHash !== verified.passwordHash) throw notRight()
  return entrant
}

/** Until this transaction is over nobody gets into the account: what it takes to is about to change. */
export async function lockWaysIn(tx: Tx, accountId: string): Promise<void> {
  await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId)).for("no key update")
}
