import { type SQL, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { requestSearch } from "@/db/schema/search"
import { gramsOf, referencesIn, searchPatterns } from "@/lib/model/search-words"
import type { RequestFilter } from "./contract"
import { type Condition, conditionsSql, orderedIdsSql, orderSql, value } from "./ordered-ids"

const rows = sql`${value("rows")}`
const window = sql`${value("window")}::int`
const hasAll = sql`(cardinality(${value("patterns")}::text[]) > 0 and ${requestSearch.text} like all(${value("patterns")}::text[]))`

/**
 * So many rows of a list are looked at in its order before the index is asked. Words of one request in a hundred
 * usually fill a page on the way.
 */
export const WALKED = 3000

/** Requests named by a reference, whatever else the list is narrowed by. */
export const referredSql = (names: readonly Condition[]): SQL => sql`
  select id, priority from ${serviceRequests}
  where reference = any(${value("references")}::text[]) and ${conditionsSql(names)}
  order by id desc limit ${rows}`

/**
 * For rare words: the ids by the index of request_search. A list that is not by urgency is in the order of these ids, so
 * that of many only the first are looked up. `materialized` keeps the planner from reading the whole list instead.
 */
export const indexSearchSql = (names: readonly Condition[]): SQL => sql`
  with matched as materialized (
    select request_id from ${requestSearch}
    where (search_grams(${requestSearch.text}) || ${requestSearch.kinds}) @> ${value("grams")}::text[] and ${hasAll}
    order by request_id desc)
  select theirs.id, theirs.priority from matched
    cross join lateral (
      select id, priority from ${serviceRequests} where id = request_id and ${conditionsSql(names)} offset 0) theirs
  where ${names.includes("after") ? sql`request_id < ${value("afterId")}::uuid` : sql`true`}
  order by ${names.includes("open") ? sql`theirs.priority, theirs.id` : sql`request_id desc`} limit ${rows}`

/**
 * Reads the list in its order until the page is full, which common words do at once. Only when the window ends first, and
 * more rows follow, it searches by index.
 */
export const searchSql = (names: readonly Condition[]): SQL => sql`
  with walk as materialized (${orderedIdsSql(names, window)}),
  hits as materialized (
    select ordered.id, ordered.priority from (select id, priority from walk order by ${orderSql(names)} offset 0) ordered
      cross join lateral (select from ${requestSearch} where request_id = ordered.id and ${hasAll} offset 0) matching
    order by ${names.includes("open") ? sql`ordered.priority, ordered.id` : sql`ordered.id desc`} limit ${rows}),
  ended as materialized (
    select (select count(*) from hits) = ${rows} or (select count(*) from walk) < ${window} as at_hits)
  select id, priority from hits where (select at_hits from ended)
  union all select id, priority from (${indexSearchSql(names)}) found where not (select at_hits from ended)`

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
