import { listNow } from "@/components/desk/list-now"

export const LIST_ROWS = ".request-rows tbody tr"

const rowsNow = (): Element[] => [...document.querySelectorAll(LIST_ROWS)]

export const linkIn = (row: Element | null | undefined) => row?.querySelector<HTMLElement>("th a")

const nameOf = (row: Element) => linkIn(row)?.getAttribute("href") ?? ""

/** Where somebody is in a list: at which row, and below which others, so that their place is known when it is gone. */
let place: { list: string; row: string; above: ReadonlySet<string> } | undefined

/** Notes that somebody is at a row. */
export function notePlace(row: Element): void {
  const names = rowsNow().map(nameOf)
  const name = nameOf(row)
  place = { list: listNow(), row: name, above: new Set(names.slice(0, names.indexOf(name))) }
}

/** Notes anew what is above the row where somebody is, which is the one that is open beside the list if there is one. */
export function keepPlace(): void {
  const row = openedRow() ?? rowsNow().find((it) => place?.list === listNow() && nameOf(it) === place.row)
  if (row) notePlace(row)
}

const openedRow = () => document.querySelector(`${LIST_ROWS}:has(th a[aria-current])`)

/**
 * The row that is one step from where somebody is: from the focus, else from what is open, else from where they were last.
 * If that one is gone, the next is what stands in its place. Without any the first; what is at the end stays there.
 */
export function rowAfter(by: 1 | -1): Element | undefined {
  const rows = rowsNow()
  const from = document.querySelector(`${LIST_ROWS}:focus-within`) ?? openedRow()
  const at = from ? rows.indexOf(from) + by : fromPlace(rows, by)
  return rows[Math.min(Math.max(at, 0), rows.length - 1)]
}

function fromPlace(rows: readonly Element[], by: 1 | -1): number {
  if (place?.list !== listNow()) return 0
  const { row, above } = place
  const names = rows.map(nameOf)
  const there = names.indexOf(row)
  if (there >= 0) return there + by
  const before = names.findLastIndex((name) => above.has(name))
  return by > 0 ? before + 1 : before
}
