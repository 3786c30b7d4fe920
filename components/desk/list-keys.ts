import type { Key } from "@/components/desk/desk-keys"
import { clear } from "@/components/desk/selection"

const ROWS = ".request-rows tbody tr"

const linkIn = (row: Element | null | undefined) => row?.querySelector<HTMLElement>("th a")

/** The row that the focus is in. */
const here = (): Element | null => document.querySelector(`${ROWS}:focus-within`)

/** Moves the focus along the rows: to the first if it is in none. What is at the end stays there. */
function step(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll(ROWS)]
  const from = here()
  const at = from ? Math.min(Math.max(rows.indexOf(from) + by, 0), rows.length - 1) : 0
  const link = linkIn(rows[at])
  if (!link) return false
  link.focus()
  link.scrollIntoView({ block: "nearest" })
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
const inRows = (from: Element) => from.closest(ROWS) !== null

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
  { keys: [], name: "Enter", does: "Open the request", press: () => false },
  { keys: ["x"], name: "X", does: "Select the request", press: select },
  { keys: ["Escape"], name: "Esc", does: "Clear the selection", press: clearSelection },
  { keys: ["/"], name: "/", does: "Search", press: focusSearch },
]
