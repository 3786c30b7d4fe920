import type { Key } from "@/components/desk/desk-keys"

/** Leads to a control of the page, unfolding what it stands in, or presses it if it is a button. */
function lead(to: string): boolean {
  const controls = [...document.querySelectorAll<HTMLElement>(to)]
  const control = controls.find((it) => it.checkVisibility()) ?? controls.find((it) => it.closest("details"))
  if (!control) return false
  const fold = control.closest("details")
  if (fold) fold.open = true
  if (control instanceof HTMLButtonElement) control.click()
  else control.focus()
  return true
}

interface ControlKey extends Key {
  /** The controls that it leads to, the first that is in sight. */
  to: string
}

const keyTo = (key: string, does: string, to: string): ControlKey => ({
  keys: [key],
  name: key.toUpperCase(),
  does,
  to,
  press: () => lead(to),
})

/** Keys that lead to what is done with a request, or with all that are ticked. */
export const ACT_KEYS: readonly ControlKey[] = [
  keyTo("s", "Choose the next status", "#bulk-to, #move-to"),
  keyTo("a", "Choose who it is assigned to", "#bulk-assigneeId, #assign-assigneeId"),
  keyTo("z", "Undo what you have just done", "[data-undo]"),
]

/** Keys that lead to the controls of a request. */
export const REQUEST_KEYS: readonly ControlKey[] = [
  ...ACT_KEYS,
  keyTo("p", "Change the priority", "#priority-priority"),
  keyTo("r", "Write a note for the customer", "#move-note"),
  keyTo("c", "Copy the reference", "[data-copy] button"),
]
