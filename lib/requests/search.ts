import { sql } from "drizzle-orm"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { readReference } from "./reference"
import { customers } from "./view"

const words = sql`to_tsquery('simple', ${sql.placeholder("words")})`

/** Ids found by reference, by words of the title, or by words of the customer's name; each by its own index. */
export const matching = sql`(
  select id from ${serviceRequests} where reference = ${sql.placeholder("reference")}
  union select id from ${serviceRequests} where to_tsvector('simple', title) @@ ${words}
  union select r.id from ${accounts} a join ${serviceRequests} r on r.customer_id = a.id
    where to_tsvector('simple', a.name) @@ ${words})`

/** The same, asked of each row of one person's own: those are few, and the whole table is not. */
export const matchingRow = sql`(
  ${serviceRequests.reference} = ${sql.placeholder("reference")}
  or to_tsvector('simple', ${serviceRequests.title}) @@ ${words}
  or to_tsvector('simple', ${customers.name}) @@ ${words})`

/** What somebody typed, as a reference it may be and as words that each begin one of the text's. */
export function readSearch(typed = "") {
  const found = typed.match(/[\p{L}\p{N}]+/gu) ?? []
  return {
    reference: readReference(typed) ?? "",
    words: found
      .slice(0, 8)
      .map((word) => `${word}:*`)
      .join(" & "),
  }
}
