import { and, eq, ne } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { AppError } from "@/lib/model/errors"
import type { StaffChange } from "./change"
import type { Member } from "./member"

/**
 * Throws `conflict` when nobody could administer after this change. The caller holds the assignment lock, as everybody
 * does who changes a member's standing: two administrators who demote each other take turns here.
 */
export async function keepAnAdministrator(tx: Tx, { id, role, state }: Member, changes: StaffChange): Promise<void> {
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
