import { and, eq, ne } from "drizzle-orm"
import { accounts, staff } from "@/db/schema/accounts"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { AppError } from "@/lib/model/errors"
import type { Member } from "./member"
import type { MemberChange } from "./member-change"

/**
 * Makes sure that somebody can administer after this change. Under the assignment lock two administrators who demote
 * each other take turns here, so that one of them stays.
 * @throws AppError `conflict` when nobody would be an active administrator afterwards.
 */
export async function keepAnAdministrator(
  tx: AssignmentTx,
  { id, role, state }: Member,
  changes: MemberChange,
): Promise<void> {
  const isOne = (it: { role: string; state: string }) => it.role === "administrator" && it.state === "active"
  if (!isOne({ role, state }) || isOne({ role, state, ...changes })) return
  const [other] = await tx
    .select({ id: accounts.id })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(and(eq(accounts.role, "administrator"), eq(accounts.state, "active"), ne(accounts.id, id)))
    .limit(1)
  if (other) return
  throw new AppError("conflict", "This is the last active administrator. Make another person an administrator first.")
}
