import type { Key } from "@/components/desk/desk-keys"

/** Leads to a control of the page, or presses it if it is a button. */
function lead(to: string): boolean {
  const control = [...document.querySelectorAll<HTMLElement>(to)].find((it) => it.checkVisibility())
  if (!control) return false
  if (control instanceof HTMLButtonElement) control.click()
  else control.focus()
  return true
}

/** Keys that lead to what is done with a request, or with all that are ticked. */
export const ACT_KEYS: readonly Key[] = [
  { keys: ["s"], name: "S", does: "Choose the next status", press: () => lead("#bulk-to, #move-to") },
  {
    keys: ["a"],
    name: "A",
    does: "Choose who it is assigned to",
    press: () => lead("#bulk-assigneeId, #assign-assigneeId"),
  },
  { keys: ["z"], name: "Z", does: "Undo what you have just done", press: () => lead("[data-undo]") },
]

/** Keys that lead to the controls of a request. */
export const REQUEST_KEYS: readonly Key[] = [
  ...ACT_KEYS,
  { keys: ["p"], name: "P", does: "Change the priority", press: () => lead("#priority-priority") },
  { keys: ["r"], name: "R", does: "Write a note for the customer", press: () => lead("#move-note") },
  { keys: ["c"], name: "C", does: "Copy the reference", press: () => lead("[data-copy] button") },
]
