import { type SQL, sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { customerSearch } from "@/db/schema/search"
import { gramsOf, searchPatterns } from "@/lib/model/search-words"
import { IS_CUSTOMER } from "./customer-columns"

/** So many customers are looked at in their order before the index is asked. Common words fill a page on the way. */
export const CUSTOMERS_WALKED = 2000

/** What the words of a search must be part of, and the keys by which the index finds them. */
function wordsIn(q: string) {
  const patterns = searchPatterns(q)
  if (patterns.length === 0) return undefined
  const texts = (list: string[]) => sql`array(select jsonb_array_elements_text(${JSON.stringify(list)}::jsonb))`
  const likes = texts(patterns.map((pattern) => `%${pattern}%`))
  return {
    hasAll: sql`text like all(${likes})`,
    hasGrams: sql`search_grams(text) @> ${texts(patterns.flatMap(gramsOf))}`,
  }
}

/** True for customers found by all words of a search that few have. `materialized` keeps the planner from reading all customers in order. */
export function foundBySql(q: string): SQL {
  const words = wordsIn(q)
  if (!words) return sql`false`
  return sql`${accounts.id} in (with matched as materialized (
    select account_id from ${customerSearch} where ${words.hasGrams} and ${words.hasAll}) select account_id from matched)`
}

/** True for customers with all words of a search: of a few customers each is looked at. */
export function hasWordsSql(q: string): SQL {
  const words = wordsIn(q)
  if (!words) return sql`false`
  return sql`exists (select from ${customerSearch} where account_id = ${accounts.id} and ${words.hasAll} offset 0)`
}

/**
 * True for the first active customers found by all words of a search, however many have them. Reads customers in their
 * order until there are enough. Only when the window ends first, and more follow, it searches by index.
 */
export function firstFoundSql(q: string, after: string | undefined, rows: number, window = CUSTOMERS_WALKED): SQL {
  const words = wordsIn(q)
  if (!words) return sql`false`
  const behind = after === undefined ? sql`true` : sql`account_id > ${after}::uuid`
  const active = (found: SQL) => sql`
    select account_id from ${found} cross join lateral (
      select from ${accounts} where id = found.account_id and ${IS_CUSTOMER} offset 0) theirs
    order by account_id limit ${rows}`
  return sql`${accounts.id} = any(array(
    with walk as materialized (
      select account_id, text from ${customerSearch} where ${behind} order by account_id limit ${window}),
    hits as materialized (
      ${active(sql`(select account_id from walk where ${words.hasAll} order by account_id offset 0) found`)}),
    ended as materialized (
      select (select count(*) from hits) = ${rows} or (select count(*) from walk) < ${window} as at_hits),
    matched as materialized (
      select account_id from ${customerSearch} where ${words.hasGrams} and ${words.hasAll} and ${behind} order by account_id)
    select account_id from hits where (select at_hits from ended)
    union all select account_id from (${active(sql`matched found`)}) indexed where not (select at_hits from ended)))`
}
