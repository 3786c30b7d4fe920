import { z } from "zod"
import { Id } from "./text"

const ROWS = "Enter a number of rows from 1 to 100"

/** How many rows to return. */
export const RowLimit = z.int(ROWS).min(1, ROWS).max(100, ROWS)

/** The input of every list: after which row to continue, and how many rows to return. */
export const Paging = z.object({
  after: Id.optional().describe("The `next` value of the previous page"),
  limit: RowLimit.default(20),
})

/** The output of a list. `next` is the `after` of the following page, or null on the last. */
export const page = <R extends z.ZodType>(row: R) =>
  z.object({ items: z.array(row), next: z.string().nullable().describe("Send as `after` to get the next page") })

/** The output of a list that can be read backwards, too. `previous` is the `before` of the page before this one. */
export const pageAround = <R extends z.ZodType>(row: R) =>
  page(row).extend({
    previous: z.string().nullable().describe("Send as `before` to get the previous page. Null on the first"),
  })

/** Makes a page of rows that were selected with `limit + 1`: the extra row tells whether there is another page. */
export function toPage<R extends { id: string }>(rows: R[], limit: number, cursor = (row: R): string => row.id) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursor(last) : null }
}

interface Around {
  limit: number
  after?: string
  before?: string
}

/**
 * Makes a page of rows that were selected with `limit + 1`: those behind `after`, or those ahead of `before`, which come
 * the other way round. Where a page was come from there is one to go back to.
 */
export function toPageAround<R>(rows: R[], { limit, after, before }: Around, cursor: (row: R) => string) {
  const page = rows.slice(0, limit)
  const items = before === undefined ? page : page.toReversed()
  const [first, last] = [items.at(0), items.at(-1)]
  const more = rows.length > limit
  const hasPrevious = before === undefined ? after !== undefined : more
  const hasNext = before === undefined ? more : true
  return {
    items,
    next: last && hasNext ? cursor(last) : null,
    previous: first && hasPrevious ? cursor(first) : null,
  }
}
