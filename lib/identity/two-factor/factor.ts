import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { challenges, recoveryCodes, secondFactors } from "@/db/schema/credentials"
import type { Role } from "@/lib/model/role"
import { STAFF_MUST_ENROL } from "./must-enrol"

/** True for the account's second factor once its first code was entered. Until then it is not asked for. */
export const isConfirmedSql = (accountId: string) =>
  and(eq(secondFactors.accountId, accountId), isNotNull(secondFactors.confirmedAt))

/** Whether signing in to the account takes a code. */
export async function hasSecondFactor(executor: Executor, accountId: string): Promise<boolean> {
  const found = await executor
    .select({ id: secondFactors.accountId })
    .from(secondFactors)
    .where(isConfirmedSql(accountId))
  return found.length > 0
}

/** Whether the utility requires a second factor of this role. Customers are always free to choose. */
export async function isRequired(executor: Executor, role: Role): Promise<boolean> {
  if (role === "customer") return false
  const [row] = await executor.select({ required: STAFF_MUST_ENROL }).from(sql`(values (1)) as _`)
  return row?.required === true
}

/** Reads an account's second factor: on, required, recovery codes left. Returns nothing when there is no such account. */
export async function factorState(executor: Executor, accountId: string) {
  const left = and(eq(recoveryCodes.accountId, accounts.id), isNull(recoveryCodes.usedAt))
  const [found] = await executor
    .select({
      accountId: accounts.id,
      name: accounts.name,
      role: accounts.role,
      enabled: sql<boolean>`${secondFactors.confirmedAt} is not null`,
      recoveryCodesLeft: executor.$count(recoveryCodes, left),
    })
    .from(accounts)
    .leftJoin(secondFactors, eq(secondFactors.accountId, accounts.id))
    .where(eq(accounts.id, accountId))
  return found && { ...found, required: await isRequired(executor, found.role) }
}

/**
 * Deletes a second factor that waits for its first code. Call it when the password changes: somebody who knew the old one
 * may have begun it and would know its secret.
 */
export const abandonSetUp = (tx: Executor, accountId: string) =>
  tx.delete(secondFactors).where(and(eq(secondFactors.accountId, accountId), isNull(secondFactors.confirmedAt)))

/** Deletes an account's second factor, recovery codes and challenges. Returns false when it had no factor. */
export async function deleteFactor(tx: Executor, accountId: string): Promise<boolean> {
  const deleted = await tx.delete(secondFactors).where(eq(secondFactors.accountId, accountId)).returning()
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  await tx.delete(challenges).where(eq(challenges.accountId, accountId))
  return deleted.length > 0
}
