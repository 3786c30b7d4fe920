import { and, asc, gt, inArray, type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { customerSearch } from "@/db/schema/search"
import { hasEmailSql } from "@/lib/identity/accounts/account-sql"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import { gramsOf, searchPatterns } from "@/lib/model/search-words"
import type { CustomerFilter } from "./contract"
import { customerColumns, IS_CUSTOMER } from "./customer-columns"

/**
 * Lists active customers in the order they registered, a page at a time; with `email` only the one with that address,
 * with `q` those found by all its words. An
 * API key that acts for named customers finds only those.
 * @throws AppError `forbidden` by the policy
 */
export async function listCustomers(actor: Actor, { after, limit, email, q }: CustomerFilter) {
  const reach = permit(actor, "customer.read")
  const rows = await reading
    .select(customerColumns)
    .from(accounts)
    .where(
      and(
        IS_CUSTOMER,
        reach === "any" ? undefined : inArray(accounts.id, [...(actor.key?.customerIds ?? [])]),
        email === undefined ? undefined : hasEmailSql(email),
        q === undefined ? undefined : matchesSql(q),
        after === undefined ? undefined : gt(accounts.id, after),
      ),
    )
    .orderBy(asc(accounts.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

/** Of the accounts, those with all that is searched for. `materialized` keeps the planner from reading all of them in order. */
function matchesSql(q: string): SQL {
  const patterns = searchPatterns(q)
  if (patterns.length === 0) return sql`false`
  const asked = { grams: patterns.flatMap(gramsOf), likes: patterns.map((pattern) => `%${pattern}%`) }
  return sql`${accounts.id} in (with matched as materialized (
    select account_id from ${customerSearch} where search_grams(text) @> array(select jsonb_array_elements_text(${JSON.stringify(asked.grams)}::jsonb))
      and text like all(array(select jsonb_array_elements_text(${JSON.stringify(asked.likes)}::jsonb)))
  ) select account_id from matched)`
}
