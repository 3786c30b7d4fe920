import { type SQL, sql } from "drizzle-orm"
import { requestSearch } from "@/db/schema/search"
import { conditionsSql, type List } from "./list-conditions"
import { tableSql, value } from "./list-order"
import { orderedIdsSql, someRowsSql } from "./ordered-ids"
import { hitsSql, matchedSql, referredSql } from "./search-requests"

/** From so many on it is enough to know of common words that more requests have them. */
const MANY = 100

/** Rows are counted up to one less than this. */
const bound = sql`${value("bound")}::int`
const window = sql`${value("window")}::int`

const upToBound = (rows: SQL) => sql`
  select least(count(*), ${bound} - 1) as count, count(*) >= ${bound} as more from (${rows}) fitting`

/** How many rows a list has, up to the bound, and whether it has more. */
export const countListSql = (list: List): SQL => upToBound(someRowsSql(list, bound))

/** The same of the requests that a reference names. */
export const referredCountSql = (list: List): SQL => upToBound(referredSql(list, bound))

const seenSql = (list: List): SQL => sql`
  walk as materialized (${orderedIdsSql(list, window)}),
  seen as materialized (
    select count(*) as count, (select count(*) from walk) >= ${window} as goes_on from walk
      cross join lateral (select from ${requestSearch} where request_id = walk.id and ${hitsSql(list)} offset 0) matching)`

/** How many of a list's first rows a search finds, and whether the list goes on. */
export const walkedCountSql = (list: List): SQL => sql`
  with ${seenSql(list)} select least(count, ${bound} - 1) as count, goes_on or count >= ${bound} as more from seen`

/**
 * The same of a search. Of the list's first rows those with the words are counted one by one. If the list goes on and many
 * of these have them, that is all that is said; if few have, the index knows the others.
 */
export const searchedCountSql = (list: List): SQL => sql`
  with ${seenSql(list)}
  select count, goes_on as more from seen where not goes_on or count >= ${MANY}
  union all select * from (${upToBound(sql`
    select from (${matchedSql(list)} offset 0) matched
      cross join lateral (
        select from ${tableSql(list.order)} where id = matched.request_id and ${conditionsSql(list)} offset 0) theirs limit ${bound}`)}) found
  where (select goes_on and count < ${MANY} from seen)`
