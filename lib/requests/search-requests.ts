import { type SQL, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { requestSearch } from "@/db/schema/search"
import { gramsOf, referencesIn, searchPatterns } from "@/lib/model/search-words"
import type { RequestFilter } from "./contract"
import { conditionsSql, type List } from "./list-conditions"
import { isByAge, orderSql, placeSql, tableSql, value } from "./list-order"
import { orderedIdsSql } from "./ordered-ids"

const rows = sql`${value("rows")}`
const window = sql`${value("window")}::int`
export const hasAll = sql`(cardinality(${value("patterns")}::text[]) > 0 and ${requestSearch.text} like all(${value("patterns")}::text[]))`

/**
 * So many rows of a list are looked at in its order before the index is asked. Words of one request in a hundred
 * usually fill a page on the way.
 */
export const WALKED = 3000

/** Requests named by a reference, whatever else the list is narrowed by. */
export const referredSql = (list: List, limit = rows): SQL => sql`
  select ${placeSql(list.order)} from ${serviceRequests}
  where reference = any(${value("references")}::text[]) and ${conditionsSql(list)}
  order by ${orderSql(list.order)} limit ${limit}`

/** What the index of request_search finds. */
export const MATCHED = sql`
  select request_id from ${requestSearch}
  where (search_grams(${requestSearch.text}) || ${requestSearch.kinds}) @> ${value("grams")}::text[] and ${hasAll}`

/**
 * For rare words: the ids by the index of request_search. A list by age is in the order of these ids, so that of many
 * only the first are looked up. `materialized` keeps the planner from reading the whole list instead.
 */
export function indexSearchSql(list: List): SQL {
  const { order, goesOn } = list
  const byAge = order === "createdAt" ? sql`request_id` : sql`request_id desc`
  const behind = order === "createdAt" ? sql`request_id >` : sql`request_id <`
  return sql`
    with matched as materialized (${MATCHED} order by ${byAge})
    select ${placeSql(order)} from matched
      cross join lateral (
        select ${placeSql(order)} from ${tableSql(order)} where id = matched.request_id and ${conditionsSql(list)} offset 0) theirs
    where ${goesOn && isByAge(order) ? sql`${behind} ${value("afterId")}::uuid` : sql`true`}
    order by ${isByAge(order) ? byAge : orderSql(order)} limit ${rows}`
}

/**
 * Reads the list in its order until the page is full, which common words do at once. Only when the window ends first, and
 * more rows follow, it searches by index.
 */
export function searchSql(list: List): SQL {
  const { order } = list
  const place = placeSql(order)
  return sql`
    with walk as materialized (${orderedIdsSql(list, window)}),
    hits as materialized (
      select ${placeSql(order)} from (select ${place} from walk order by ${orderSql(order)} offset 0) ordered
        cross join lateral (select from ${requestSearch} where request_id = ordered.id and ${hasAll} offset 0) matching
      order by ${orderSql(order)} limit ${rows}),
    ended as materialized (
      select (select count(*) from hits) = ${rows} or (select count(*) from walk) < ${window} as at_hits)
    select ${place} from hits where (select at_hits from ended)
    union all select ${place} from (${indexSearchSql(list)}) found where not (select at_hits from ended)`
}

/** PostgreSQL's spelling of an array of texts without quotes in them. */
const arrayOf = (texts: readonly string[]) => `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join()}}`

/** The parameters of a search statement: what its words are part of, by which keys they are found, and for what references it asks. */
export function parseSearch({ q = "", category, priority }: Pick<RequestFilter, "q" | "category" | "priority">) {
  const patterns = searchPatterns(q)
  const narrowed = Object.entries({ category, priority }).flatMap(([name, kind]) => (kind ? [`${name}:${kind}`] : []))
  const references = referencesIn(q)
  return {
    patterns: arrayOf(patterns.map((pattern) => `%${pattern}%`)),
    grams: arrayOf([...patterns.flatMap(gramsOf), ...narrowed]),
    references: arrayOf(references),
    hasWords: patterns.length > 0,
    hasReferences: references.length > 0,
  }
}
