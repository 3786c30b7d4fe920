import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { challenges, recoveryCodes, secondFactors } from "@/db/schema/credentials"
import type { Role } from "@/lib/model/role"
import { STAFF_MUST_ENROL } from "./must-enrol"

/** The factor that is asked for: one whose first code was never entered is none yet. */
export const confirmed = (accountId: string) =>
  and(eq(secondFactors.accountId, accountId), isNotNull(secondFactors.confirmedAt))

export async function hasSecondFactor(executor: Executor, accountId: string): Promise<boolean> {
  const found = await executor.select({ id: secondFactors.accountId }).from(secondFactors).where(confirmed(accountId))
  return found.length > 0
}

/** Whether somebody of this role has to have a second factor. */
export async function isRequired(executor: Executor, role: Role): Promise<boolean> {
  if (role === "customer") return false
  const [row] = await executor.select({ required: STAFF_MUST_ENROL }).from(sql`(values (1)) as _`)
  return row?.required === true
}

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

/** A secret that waits for its first code may be known to whoever knew the password before. */
export const abandonSetUp = (tx: Executor, accountId: string) =>
  tx.delete(secondFactors).where(and(eq(secondFactors.accountId, accountId), isNull(secondFactors.confirmedAt)))

/** Takes a second factor away with all that belongs to it. False if there was none. */
export async function deleteFactor(tx: Executor, accountId: string): Promise<boolean> {
  const deleted = await tx.delete(secondFactors).where(eq(secondFactors.accountId, accountId)).returning()
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId))
  await tx.delete(challenges).where(eq(challenges.accountId, accountId))
  return deleted.length > 0
}
