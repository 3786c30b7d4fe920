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

/** Makes a page of rows that were selected with `limit + 1`: the extra row tells whether there is another page. */
export function toPage<R extends { id: string }>(rows: R[], limit: number, cursor = (row: R): string => row.id) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursor(last) : null }
}
