import { changed, type DeskFilter } from "@/components/desk/request-filter"
import type { ListCount } from "@/lib/requests/contract"

interface ListPlaceProps {
  filter: DeskFilter
  rows: number
  count: ListCount
  previous: string | null
  next: string | null
}

/** Where one is in a list, and the pages beside this one. */
export function ListPlace({ filter, rows, count: { total, ahead }, previous, next }: ListPlaceProps) {
  if (rows === 0 && !filter.after && !filter.before) return null
  const isLost = (filter.after ?? filter.before) !== undefined && !previous && ahead.count > 0
  return (
    <nav aria-label="Requests: pages" className="flex items-center gap-3">
      <span className="whitespace-nowrap tabular-nums">{placeInWords(rows, total, ahead)}</span>
      {isLost ? (
        <a href={changed(filter, {})} className="link">
          First page
        </a>
      ) : null}
      {previous ? (
        <a href={changed(filter, { before: previous })} rel="prev" className="link">
          Previous
        </a>
      ) : null}
      {next ? (
        <a href={changed(filter, { after: next })} rel="next" className="link">
          Next
        </a>
      ) : null}
    </nav>
  )
}

function placeInWords(rows: number, total: ListCount["total"], ahead: ListCount["ahead"]): string {
  const all = `${total.more ? "more than " : ""}${total.count.toLocaleString("en-GB")}`
  if (rows === 0) return `0 of ${all}`
  if (ahead.more) return `${rows} of ${all}`
  return `${(ahead.count + 1).toLocaleString("en-GB")}–${(ahead.count + rows).toLocaleString("en-GB")} of ${all}`
}
