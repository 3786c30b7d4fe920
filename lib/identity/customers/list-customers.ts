import { and, asc, gt, inArray } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import type { CustomerFilter } from "./contract"
import { customerColumns, IS_CUSTOMER } from "./customer-columns"
import { firstFoundSql, hasWordsSql } from "./found-by-sql"

/**
 * Lists active customers in the order they registered, a page at a time; with `email` only the one with that address,
 * with `q` those found by all its words. An API key that acts for named customers finds only those.
 * @throws AppError `forbidden` by the policy
 */
export async function listCustomers(actor: Actor, { after, limit, email, q }: CustomerFilter) {
  const reach = permit(actor, "customer.read")
  const isOfFew = reach !== "any" || email !== undefined
  const rows = await reading
    .select(customerColumns)
    .from(accounts)
    .where(
      and(
        IS_CUSTOMER,
        reach === "any" ? undefined : inArray(accounts.id, [...(actor.key?.customerIds ?? [])]),
        email === undefined ? undefined : hasEmailSql(email),
        q === undefined ? undefined : isOfFew ? hasWordsSql(q) : firstFoundSql(q, after, limit + 1),
        after === undefined ? undefined : gt(accounts.id, after),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}
