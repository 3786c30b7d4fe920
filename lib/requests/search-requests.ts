import { type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { type Condition, conditionsSql, orderedIdsSql, orderSql, value } from "./ordered-ids"
import { readReference } from "./reference"

const words = sql`to_tsquery('simple', ${value("words")})`
const inTitle = sql`to_tsvector('simple', ${serviceRequests.title}) @@ ${words}`
const inName = sql`to_tsvector('simple', ${accounts.name}) @@ ${words}`
const rows = sql`${value("rows")}`

/** Columns that conditions and orders use. */
const columns = sql`id, customer_id, assignee_id, joined_to, category, priority, status, created_at`

/**
 * For rare words: ids by reference, by words of the title and by words of the customer's name, each from its own index.
 * `materialized` keeps the planner from reading the whole list in its order instead.
 */
export const indexSearchSql = (names: readonly Condition[]): SQL => sql`
  with referred as materialized (
    select ${columns} from ${serviceRequests} where reference = ${value("reference")}),
  titled as materialized (
    select ${columns} from ${serviceRequests} where ${inTitle})
  select id, priority from (
    select id, priority from referred ${serviceRequests} where ${conditionsSql(names)}
    union (select id, priority from titled ${serviceRequests} where ${conditionsSql(names)} order by ${orderSql(names)} limit ${rows})
    union select theirs.id, theirs.priority from ${accounts} cross join lateral (
      select id, priority from ${serviceRequests} where customer_id = ${accounts.id} and ${conditionsSql(withoutCustomers(names))}
      order by ${orderSql(names)} limit ${rows}) theirs
    where ${inName} and ${ownersSql(names)}) found
  order by ${orderSql(names)} limit ${rows}`

const withoutCustomers = (names: readonly Condition[]) => names.filter((name) => name !== "own" && name !== "customers")

function ownersSql(names: readonly Condition[]): SQL {
  if (names.includes("own")) return sql`${accounts.id} = ${value("actorId")}`
  return names.includes("customers") ? sql`${accounts.id} = any(${value("customerIds")}::uuid[])` : sql`true`
}

/**
 * Words are common when at least one request in so many has them. A window of twice as many rows then usually holds a
 * full page.
 */
const COMMON = 25
const window = sql`${value("window")}::int`

/** The number of rows to look at for a page of `count` requests. */
export const windowFor = (count: number): number => 2 * COMMON * count

/**
 * For common words or one person's requests: reads the list in its order until the page is full. Only when the window
 * ends first, and more rows follow, it searches by index as for rare words.
 */
export const orderedSearchSql = (names: readonly Condition[]): SQL => sql`
  with hits as materialized (
    select walk.id, walk.priority from (${orderedIdsSql(names, window)}) walk
      join ${serviceRequests} on ${serviceRequests.id} = walk.id join ${accounts} on ${accounts.id} = ${serviceRequests.customerId}
    where ${serviceRequests.reference} = ${value("reference")} or ${inTitle} or ${inName}
    order by ${walkOrderSql(names)} limit ${rows}),
  ended as materialized (
    select (select count(*) from hits) = ${rows}
      or (select count(*) from (${orderedIdsSql(names, window)}) walk) < ${window} as at_hits)
  select id, priority from hits where (select at_hits from ended)
  union all select id, priority from (${indexSearchSql(names)}) found where not (select at_hits from ended)`

const walkOrderSql = (names: readonly Condition[]) =>
  names.includes("open") ? sql`walk.priority, walk.id` : sql`walk.id desc`

/**
 * Whether the words are so common that reading the list in order is cheaper. It uses the planner's statistics on words,
 * since the planner's own estimate does not know prefixes; it counts nothing.
 */
export async function areCommon(typed: readonly string[]): Promise<boolean> {
  const rows = await reading.execute<{ share: number }>(sql`
    select exp(sum(ln(greatest(known.share, 1e-9))))::float8 as share from pg_stats
      cross join unnest(${`{${typed.join()}}`}::text[]) word
      cross join lateral (
        select coalesce(sum(frequency), 0) as share
        from unnest(most_common_elems::text::text[], most_common_elem_freqs) element (lexeme, frequency)
        where starts_with(lexeme, lower(word))) known
    where schemaname = current_schema and tablename in ('requests_title_words', 'accounts_name_words')
    group by tablename`)
  return rows.reduce((sum, { share }) => sum + share, 0) > 1 / COMMON
}

/** The first eight words of a typed search; each matches words that begin with it. */
export const searchWords = (typed: string): string[] => (typed.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8)

/** The parameters of a search statement: the text as a reference, and as a `tsquery` of prefixes. */
export const parseSearch = (typed = "") => ({
  reference: readReference(typed) ?? "",
  words: searchWords(typed)
    .map((word) => `${word}:*`)
    .join(" & "),
})
