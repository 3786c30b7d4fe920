import { and, asc, eq, gt, inArray } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { phoneE164Sql } from "@/lib/platform/phone-e164"
import type { CustomerFilter } from "./contract"

/**
 * Lists active customers in the order they registered, a page at a time; with `email` only the one with that address. An
 * API key that acts for named customers finds only those.
 * @throws AppError `forbidden` by the policy
 */
export async function listCustomers(actor: Actor, { after, limit, email }: CustomerFilter) {
  const reach = permit(actor, "customer.read")
  const rows = await reading
    .select({
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      phone: accounts.phone,
      phoneE164: phoneE164Sql(accounts.phone),
      premises: accounts.premises,
    })
    .from(accounts)
    .where(
      and(
        eq(accounts.role, "customer"),
        eq(accounts.state, "active"),
        reach === "any" ? undefined : inArray(accounts.id, [...(actor.key?.customerIds ?? [])]),
        email === undefined ? undefined : hasEmailSql(email),
        after === undefined ? undefined : gt(accounts.id, after),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}
