import { and, eq } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { BOUNCED_AT } from "@/lib/identity/accounts/bounced"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { customerColumns, IS_CUSTOMER } from "./customer-columns"

/**
 * Returns an active customer.
 * @throws AppError `not_found` when there is no such customer or the actor may not see them.
 */
export async function getCustomer(actor: Actor, { id }: { id: string }) {
  const [found] = await selectCustomer(db, id)
  authorize(actor, "customer.read", found)
  return found
}

/** The active customer with this id, if there is one, for those who are authorized. */
export const selectCustomer = (on: Executor, id: string) =>
  on
    .select({
      ...customerColumns,
      customerId: accounts.id,
      emailVerifiedAt: accounts.emailVerifiedAt,
      mailFailedAt: BOUNCED_AT,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .where(and(eq(accounts.id, id), IS_CUSTOMER))
