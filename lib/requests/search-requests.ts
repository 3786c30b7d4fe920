import { type SQL, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { allOf, type Condition, inOrder, orderOf, value } from "./ordered-ids"
import { readReference } from "./reference"

const words = sql`to_tsquery('simple', ${value("words")})`
const inTitle = sql`to_tsvector('simple', ${serviceRequests.title}) @@ ${words}`
const inName = sql`to_tsvector('simple', ${accounts.name}) @@ ${words}`
const rows = sql`${value("rows")}`

/** What lists are narrowed down by, and are in the order of. */
const columns = sql`id, customer_id, assignee_id, category, priority, status`

/**
 * For rare words, ids found by reference, by words of the title, or by words of the customer's name, each by its own
 * index. The fences keep the planner from reading the list in its order until something fits.
 */
export const found = (names: readonly Condition[]): SQL => sql`
  with referred as materialized (
    select ${columns} from ${serviceRequests} where reference = ${value("reference")}),
  titled as materialized (
    select ${columns} from ${serviceRequests} where ${inTitle})
  select id, priority from (
    select id, priority from referred ${serviceRequests} where ${allOf(names)}
    union (select id, priority from titled ${serviceRequests} where ${allOf(names)} order by ${orderOf(names)} limit ${rows})
    union select theirs.id, theirs.priority from ${accounts} cross join lateral (
      select id, priority from ${serviceRequests} where customer_id = ${accounts.id} and ${allOf(withoutCustomers(names))}
      order by ${orderOf(names)} limit ${rows}) theirs
    where ${inName} and ${whose(names)}) found
  order by ${orderOf(names)} limit ${rows}`

const withoutCustomers = (names: readonly Condition[]) => names.filter((name) => name !== "own" && name !== "customers")

function whose(names: readonly Condition[]): SQL {
  if (names.includes("own")) return sql`${accounts.id} = ${value("actorId")}`
  return names.includes("customers") ? sql`${accounts.id} = any(${value("customerIds")}::uuid[])` : sql`true`
}

/** Of words that one in so many requests has, the first page stands within twice as many rows, more often than not. */
const COMMON = 25
const window = sql`${value("window")}::int`

/** How many rows of a list are looked at for a page of so many. */
export const windowFor = (count: number): number => 2 * COMMON * count

/**
 * For common words, or among one person's requests: the list is read in its order until the page is full. Only when it
 * is not full after the window, and there is more to read, everything is looked for as if the words were rare.
 */
export const walked = (names: readonly Condition[]): SQL => sql`
  with hits as materialized (
    select walk.id, walk.priority from (${inOrder(names, window)}) walk
      join ${serviceRequests} on ${serviceRequests.id} = walk.id join ${accounts} on ${accounts.id} = ${serviceRequests.customerId}
    where ${serviceRequests.reference} = ${value("reference")} or ${inTitle} or ${inName}
    order by ${walkOrder(names)} limit ${rows}),
  ended as materialized (
    select (select count(*) from hits) = ${rows}
      or (select count(*) from (${inOrder(names, window)}) walk) < ${window} as at_hits)
  select id, priority from hits where (select at_hits from ended)
  union all select id, priority from (${found(names)}) found where not (select at_hits from ended)`

const walkOrder = (names: readonly Condition[]) =>
  names.includes("open") ? sql`walk.priority, walk.id` : sql`walk.id desc`

/**
 * Whether so many requests have these words, or are of customers with such a name, that it is quicker to read the list.
 * Read off the statistics that the planner has of the words, since its own estimate knows no beginnings of words unless
 * there are many different ones: nothing is counted.
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

/** What somebody typed, as the words that each begin one of the text's. */
export const wordsOf = (typed: string): string[] => (typed.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, 8)

/** The same for a statement, and as the reference it may be. */
export const readSearch = (typed = "") => ({
  reference: readReference(typed) ?? "",
  words: wordsOf(typed)
    .map((word) => `${word}:*`)
    .join(" & "),
})
