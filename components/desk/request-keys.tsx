"use client"

import { useEffect, useRef } from "react"
import { useKeysOn } from "@/components/desk/use-keys-on"
import { Button } from "@/components/ui/button"

/** Each key with what it does and the control that it leads to or presses. */
const KEYS = [
  { key: "s", does: "Choose the next status", to: "#move-to" },
  { key: "a", does: "Choose who it is assigned to", to: "#assign-assigneeId" },
  { key: "p", does: "Change the priority", to: "#priority-priority" },
  { key: "r", does: "Write a note for the customer", to: "#move-note" },
  { key: "c", does: "Copy the reference", to: "[data-copy] button" },
] as const

const TYPED_IN = "input:not([type=radio], [type=checkbox], [type=hidden]), textarea, select, [contenteditable], dialog"

/** Single letters that lead to the controls of a request, off while somebody types, and as long as they are turned off. */
export function RequestKeys() {
  const [on, setOn] = useKeysOn()
  const help = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, altKey, repeat } = event
      if (ctrlKey || metaKey || altKey || repeat || !(target instanceof Element) || target.closest(TYPED_IN)) return
      if (key === "?") help.current?.showModal()
      const found = KEYS.find((it) => it.key === key.toLowerCase())
      const control = found && document.querySelector<HTMLElement>(found.to)
      if (!control) return
      event.preventDefault()
      if (control instanceof HTMLButtonElement) control.click()
      else control.focus()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [on])
  if (on === undefined) return null
  return (
    <>
      <Button variant="quiet" onClick={() => help.current?.showModal()}>
        Keys
      </Button>
      <dialog ref={help} aria-labelledby="keys-title" className="key-help">
        <h2 id="keys-title">Keys</h2>
        <dl>
          {KEYS.map(({ key, does }) => (
            <div key={key}>
              <dt>{key.toUpperCase()}</dt>
              <dd>{does}</dd>
            </div>
          ))}
          <div>
            <dt>?</dt>
            <dd>Show this list</dd>
          </div>
        </dl>
        <label>
          <input type="checkbox" checked={on} onChange={(event) => setOn(event.currentTarget.checked)} /> Use these keys
          in this browser
        </label>
        <form method="dialog">
          <Button type="submit" variant="secondary">
            Close
          </Button>
        </form>
      </dialog>
    </>
  )
}
