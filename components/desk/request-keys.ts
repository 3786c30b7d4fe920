import type { Key } from "@/components/desk/desk-keys"
import { lead } from "@/components/desk/lead"
import { tellOutcome } from "@/components/ui/tell-outcome"

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

/** Leads to where something of this kind is written, which is shown then. */
const writeKey = (key: string, does: string, kind: "reply" | "note"): ControlKey => ({
  ...keyTo(key, does, `#${kind}-text`),
  press: () => {
    const tab = document.getElementById(`write-${kind}`)
    if (tab instanceof HTMLInputElement) tab.checked = true
    return lead(`#${kind}-text`)
  },
})

const undoKey: ControlKey = {
  ...keyTo("z", "Undo what you have just done", "[data-undo]"),
  press: () => {
    if (!lead("[data-undo]")) tellOutcome({ words: "There is nothing to undo." })
    return true
  },
}

/** Keys that lead to what is done with a request, or with all that are ticked. */
export const ACT_KEYS: readonly ControlKey[] = [
  keyTo("s", "Choose the next status", "#bulk-to, #move-to"),
  keyTo("a", "Choose who it is assigned to", "#bulk-assigneeId, #assign-assigneeId"),
  undoKey,
]

/** Keys that lead to the controls of a request. */
export const REQUEST_KEYS: readonly ControlKey[] = [
  ...ACT_KEYS,
  keyTo("p", "Change the priority", "#priority-priority"),
  writeKey("r", "Reply to the customer", "reply"),
  writeKey("i", "Write a note for staff", "note"),
  keyTo("c", "Copy the reference", "[data-copy] button"),
]
