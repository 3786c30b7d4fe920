/** Where the focus was before a key led to a control. */
let before: HTMLElement | undefined

/** Leads to a control of the page, unfolding what it stands in, or presses it if it is a button. */
export function lead(to: string): boolean {
  const controls = [...document.querySelectorAll<HTMLElement>(to)]
  const control = controls.find((it) => it.checkVisibility()) ?? controls.find((it) => it.closest("details"))
  if (!control) return false
  const fold = control.closest("details")
  if (fold) fold.open = true
  if (control instanceof HTMLButtonElement) control.click()
  else {
    const { activeElement } = document
    before = activeElement instanceof HTMLElement && activeElement !== document.body ? activeElement : undefined
    control.focus()
  }
  return true
}

/** What keys lead to, whichever way somebody came there. */
const CONTROLS =
  ".selection-bar :is(input, select), .desk-request :is(input, select, textarea), main search input[type=search]"

/**
 * Leads from a control back to where somebody was: the row, else what is open beside the list, else the page. What is typed
 * stays. A search with words in it is for the browser, which clears them first.
 */
export function leadBack({ target, isComposing }: KeyboardEvent): boolean {
  if (!(target instanceof HTMLElement) || isComposing || !target.matches(CONTROLS)) return false
  if (target instanceof HTMLInputElement && target.type === "search" && target.value !== "") return false
  const from = before?.isConnected && !before.matches(CONTROLS) ? before : undefined
  before = undefined
  const place =
    from ?? target.closest<HTMLElement>(".beside") ?? tickedRow() ?? document.querySelector<HTMLElement>("main")
  place?.focus({ preventScroll: true })
  return true
}

const tickedRow = () => document.querySelector<HTMLElement>(".request-rows tr:has(td :checked) th a")
