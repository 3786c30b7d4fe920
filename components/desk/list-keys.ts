import type { Key } from "@/components/desk/desk-keys"
import { LIST_ROWS, linkIn, rowAfter } from "@/components/desk/row-place"
import { clear } from "@/components/desk/selection"

/** The row that the focus is in. */
const here = (): Element | null => document.querySelector(`${LIST_ROWS}:focus-within`)

/** Moves the focus along the rows. */
function step(by: 1 | -1): boolean {
  const from = here()
  const row = rowAfter(by)
  const link = linkIn(row)
  if (!link) return false
  // The cell of a long title would move along with it.
  link.focus({ preventScroll: true })
  row?.scrollIntoView({ block: "nearest" })
  if (document.querySelector(".beside") && link !== linkIn(from)) openSoon(link)
  return true
}

let opening: ReturnType<typeof setTimeout> | undefined

/** Opens a request beside the list, once whoever is on the way along the list stays at it. */
function openSoon(link: HTMLElement): void {
  clearTimeout(opening)
  opening = setTimeout(() => link.click(), REST_MS)
}

const REST_MS = 150

/** Closes what is open beside the list, and goes on in the list from there. */
function closeBeside(): boolean {
  const close = document.querySelector<HTMLElement>(".beside [data-close]")
  if (!close) return false
  clearTimeout(opening)
  document.querySelector<HTMLElement>(`${LIST_ROWS} a[aria-current]`)?.focus({ preventScroll: true })
  close.click()
  return true
}

/** Ticks or unticks the row that the focus is in. */
function select(): boolean {
  const box = here()?.querySelector<HTMLInputElement>("input[type=checkbox]")
  box?.click()
  return box !== null && box !== undefined
}

/** Unticks everything. */
function clearSelection(): boolean {
  const form = document.querySelector(".list-form")
  return form !== null && clear(form)
}

/** Arrows move the focus where it is in a row already: anywhere else they scroll the page. */
const inRows = (from: Element) => from.closest(LIST_ROWS) !== null

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("main search input[type=search]")
  search?.focus()
  search?.select()
  return search !== null
}

/** Keys that move along a list. */
export const LIST_KEYS: readonly Key[] = [
  { keys: ["j"], name: "J", does: "Next request", press: () => step(1) },
  { keys: ["k"], name: "K", does: "Previous request", press: () => step(-1) },
  { keys: ["ArrowDown"], name: "↓", does: "Next request, from another", press: (from) => inRows(from) && step(1) },
  { keys: ["ArrowUp"], name: "↑", does: "Previous request, from another", press: (from) => inRows(from) && step(-1) },
  { keys: [], name: "Enter", does: "Open the request; go into it, if it is open beside the list", press: () => false },
  { keys: ["x"], name: "X", does: "Select the request", press: select },
  {
    keys: ["Escape"],
    name: "Esc",
    does: "Leave a field, then clear the selection, then close the request",
    press: () => clearSelection() || closeBeside(),
  },
  { keys: ["/"], name: "/", does: "Search", press: focusSearch },
]
