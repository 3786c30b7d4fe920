import { type SQL, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { customerSearch } from "@/db/schema/search"
import { gramsOf, searchPatterns } from "@/lib/model/search-words"

/** True for customers found by all words of a search. `materialized` keeps the planner from reading all customers in order. */
export function foundBySql(q: string): SQL {
  const patterns = searchPatterns(q)
  if (patterns.length === 0) return sql`false`
  const asked = { grams: patterns.flatMap(gramsOf), likes: patterns.map((pattern) => `%${pattern}%`) }
  return sql`${accounts.id} in (with matched as materialized (
    select account_id from ${customerSearch} where search_grams(text) @> array(select jsonb_array_elements_text(${JSON.stringify(asked.grams)}::jsonb))
      and text like all(array(select jsonb_array_elements_text(${JSON.stringify(asked.likes)}::jsonb)))
  ) select account_id from matched)`
}
