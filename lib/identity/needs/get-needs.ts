import { and, eq } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { IS_CUSTOMER } from "@/lib/identity/customers/customer-columns"
import type { Actor } from "@/lib/model/actor"
import { authorize, type Permission } from "@/lib/model/policy"
import type { Needs } from "./contract"
import { readNeeds } from "./read-needs"

/**
 * The needs of a customer, or of the actor: none while they have not told us of any.
 * @throws AppError `not_found` when there is no such customer or the actor may not see their needs
 */
export async function getNeeds(actor: Actor, { id = actor.id }: { id?: string }): Promise<Needs> {
  const customer = await authorizeCustomer(db, actor, "need.read", id)
  return readNeeds(db, actor, customer)
}

/**
 * Checks that the actor may do something with a customer, and returns whose it is.
 * @throws AppError `not_found` and `forbidden` by the policy
 */
export async function authorizeCustomer(on: Executor, actor: Actor, permission: Permission, id: string) {
  const [found] = await on
    .select({ customerId: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, id), IS_CUSTOMER))
  authorize(actor, permission, found)
  return found
}
