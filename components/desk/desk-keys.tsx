"use client"

import { useEffect, useRef } from "react"
import { isAct } from "@/components/desk/is-act"
import { LIST_KEYS } from "@/components/desk/list-keys"
import { ACT_KEYS, REQUEST_KEYS } from "@/components/desk/request-keys"
import { useKeysOn } from "@/components/desk/use-keys-on"
import { Button } from "@/components/ui/button"

/** A key, with what it is called in the help and what it does. */
export interface Key {
  keys: readonly string[]
  name: string
  does: string
  /** Does it, and says whether there was anything to do. */
  press: (from: Element) => boolean
}

const SETS = { list: [...LIST_KEYS, ...ACT_KEYS], request: REQUEST_KEYS, both: [...LIST_KEYS, ...REQUEST_KEYS] }

/** Keys that act on what a page shows, off while somebody types, and as long as they are turned off. */
export function DeskKeys({ of }: { of: keyof typeof SETS }) {
  const [on, setOn] = useKeysOn()
  const help = useRef<HTMLDialogElement>(null)
  const known = SETS[of]
  const keys = useRef(known)
  useEffect(() => {
    keys.current = known
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const { target, key } = event
      if (!isAct(event) || !(target instanceof Element)) return
      if (key === "?") help.current?.showModal()
      const pressed = keys.current.find((it) => it.keys.includes(key.length === 1 ? key.toLowerCase() : key))
      if (pressed?.press(target)) event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [on])
  return (
    <>
      {/* Its place is kept until scripts run, so that nothing beside it moves. */}
      <Button
        variant="quiet"
        className={on === undefined ? "invisible" : undefined}
        onClick={() => help.current?.showModal()}
      >
        Keys
      </Button>
      <dialog ref={help} aria-labelledby="keys-title" className="key-help">
        <h2 id="keys-title">Keys</h2>
        <dl>
          {known.map(({ name, does }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{does}</dd>
            </div>
          ))}
          <div>
            <dt>N</dt>
            <dd>Take a call: new request</dd>
          </div>
          <div>
            <dt>?</dt>
            <dd>Show this list</dd>
          </div>
        </dl>
        <label>
          <input type="checkbox" checked={on ?? true} onChange={(event) => setOn(event.currentTarget.checked)} /> Use
          these keys in this browser
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
