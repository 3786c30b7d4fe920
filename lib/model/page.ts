import { z } from "zod"
import { Id } from "./text"

/** What every list accepts: where to go on, and how many rows to give. */
export const Paging = z.object({
  after: Id.optional().describe("The `next` value of the previous page"),
  limit: z.number("Enter a number of rows").int().min(1).max(100).default(20),
})

/** One page of a list. `next` is what to send as `after` for the following page, or null at the end. */
export const page = <R extends z.ZodType>(row: R) =>
  z.object({ items: z.array(row), next: z.string().nullable().describe("Send as `after` to get the next page") })

/** Cuts rows fetched with `limit + 1` into a page. */
export function toPage<R extends { id: string }>(rows: R[], limit: number, cursor = (row: R): string => row.id) {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, next: last && rows.length > limit ? cursor(last) : null }
}
