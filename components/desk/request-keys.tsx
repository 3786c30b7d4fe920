"use client"

import { useEffect, useRef } from "react"
import { isAct } from "@/components/desk/is-act"
import { useKeysOn } from "@/components/desk/use-keys-on"
import { Button } from "@/components/ui/button"

/** Each key with what it does and the control that it leads to or presses. */
const KEYS = [
  { key: "s", does: "Choose the next status", to: "#move-to" },
  { key: "a", does: "Choose who it is assigned to", to: "#assign-assigneeId" },
  { key: "r", does: "Write a note for the customer", to: "#move-note" },
  { key: "c", does: "Copy the reference", to: "[data-copy] button" },
] as const

/** Single letters that lead to the controls of a request, off while somebody types, and as long as they are turned off. */
export function RequestKeys() {
  const [on, setOn] = useKeysOn()
  const help = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      if (!isAct(event)) return
      const { key } = event
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
          <div>
            <dt>N</dt>
            <dd>Take a call: new request</dd>
          </div>
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
