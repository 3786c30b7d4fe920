import type { Key } from "@/components/desk/desk-keys"

/** Leads to a control of the page, or presses it if it is a button. */
function lead(to: string): boolean {
  const control = [...document.querySelectorAll<HTMLElement>(to)].find((it) => it.checkVisibility())
  if (!control) return false
  if (control instanceof HTMLButtonElement) control.click()
  else control.focus()
  return true
}

interface ControlKey extends Key {
  /** The controls that it leads to, the first that is there. */
  to: string
}

const keyTo = (key: string, does: string, to: string): ControlKey => ({
  keys: [key],
  name: key.toUpperCase(),
  does,
  to,
  press: () => lead(to),
})

/** Keys that lead to the controls of a request. */
export const REQUEST_KEYS: readonly ControlKey[] = [
  keyTo("s", "Choose the next status", "#move-to"),
  keyTo("a", "Choose who it is assigned to", "#assign-assigneeId"),
  keyTo("p", "Change the priority", "#priority-priority"),
  keyTo("r", "Write a note for the customer", "#move-note"),
  keyTo("c", "Copy the reference", "[data-copy] button"),
]
