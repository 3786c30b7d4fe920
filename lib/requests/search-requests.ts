import { type SQL, sql } from "drizzle-orm"
import { clockChecks } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { requestSearch } from "@/db/schema/search"
import { areaSearch } from "@/lib/model/postcode"
import { gramsOf, referencesIn, searchPatterns } from "@/lib/model/search-words"
import type { RequestFilter } from "./contract"
import { conditionsSql, type Hit, type List } from "./list-conditions"
import { isByAge, isByDue, orderSql, placeSql, tableSql, value } from "./list-order"
import { orderedIdsSql } from "./ordered-ids"

const rows = sql`${value("rows")}`
const window = sql`${value("window")}::int`

const hasAll = sql`(cardinality(${value("patterns")}::text[]) > 0 and ${requestSearch.text} like all(${value("patterns")}::text[]))`

/** Postcodes as `postcodeAsWritten` has them. */
const postcodeSql = (premises: SQL) => sql`case when ${premises} ->> 'postcode' ~ '^[0-9 -]+$'
  then regexp_replace(${premises} ->> 'postcode', '[ -]', '', 'g')
  else regexp_replace(upper(btrim(${premises} ->> 'postcode')), '^([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})$', '\\1 \\2') end`

const HITS: Record<Hit, SQL> = {
  words: hasAll,
  // Words of the text may begin like the area: its row is read only then.
  area: sql`(${requestSearch.text} like ${value("areaWord")} and (select ${postcodeSql(sql`its.premises`)} ~ ${value("areaPattern")}
    from ${serviceRequests} its where its.id = ${requestSearch.requestId}))`,
  danger: sql`${requestSearch.kinds} @> '{danger}'`,
}

/** What a row of request_search must have for its request to be of the list. */
export const hitsSql = ({ hits }: List): SQL =>
  sql.join(
    hits.map((hit) => HITS[hit]),
    sql` and `,
  )

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

/** What the index of request_search finds. Few of all requests are due, and only those are looked up by that order. */
export const matchedSql = (list: List): SQL => sql`
  select request_id from ${requestSearch}
  where (search_grams(${requestSearch.text}) || ${requestSearch.kinds}) @> ${value("grams")}::text[] and ${hitsSql(list)}
    ${isByDue(list.order) ? sql`and request_id in (select request_id from ${clockChecks} where due_at is not null)` : sql``}`

/**
 * For rare words: the ids by the index of request_search. A list by age is in the order of these ids, so that of many
 * only the first are looked up. `materialized` keeps the planner from reading the whole list instead.
 */
export function indexSearchSql(list: List): SQL {
  const { order, goesOn } = list
  const byAge = order === "createdAt" ? sql`request_id` : sql`request_id desc`
  const behind = order === "createdAt" ? sql`request_id >` : sql`request_id <`
  return sql`
    with matched as materialized (${matchedSql(list)} order by ${byAge})
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
        cross join lateral (select from ${requestSearch} where request_id = ordered.id and ${hitsSql(list)} offset 0) matching
      order by ${orderSql(order)} limit ${rows}),
    ended as materialized (
      select (select count(*) from hits) = ${rows} or (select count(*) from walk) < ${window} as at_hits)
    select ${place} from hits where (select at_hits from ended)
    union all select ${place} from (${indexSearchSql(list)}) found where not (select at_hits from ended)`
}

/** PostgreSQL's spelling of an array of texts without quotes in them. */
const arrayOf = (texts: readonly string[]) => `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join()}}`

interface Searched extends Pick<RequestFilter, "q" | "category" | "priority" | "area" | "danger"> {
  /** Only among open work. */
  isOpen?: boolean
}

/** The parameters of a search statement: what its words are part of, by which keys they are found, and for what references it asks. */
export function parseSearch({ q = "", category, priority, area, danger, isOpen }: Searched) {
  const patterns = searchPatterns(q)
  const ofArea = area === undefined ? undefined : areaSearch(area)
  const narrowed = Object.entries({ category, priority }).flatMap(([name, kind]) => (kind ? [`${name}:${kind}`] : []))
  const references = referencesIn(q)
  return {
    patterns: arrayOf(patterns.map((pattern) => `%${pattern}%`)),
    grams: arrayOf([
      ...[...patterns, ...(ofArea ? [ofArea.word] : [])].flatMap(gramsOf),
      ...narrowed,
      ...(danger ? ["danger"] : []),
      ...(isOpen ? ["open"] : []),
    ]),
    areaWord: ofArea && `%${ofArea.word}%`,
    areaPattern: ofArea?.pattern,
    references: arrayOf(references),
    /** Whether the index is asked: not for words if there are none. */
    isAsked: q === "" ? Boolean(area ?? danger) : patterns.length > 0,
    hasWords: patterns.length > 0,
    hasReferences: references.length > 0,
  }
}
