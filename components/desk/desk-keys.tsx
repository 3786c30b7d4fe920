"use client"

import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import { isAct } from "@/components/desk/is-act"
import { leadBack } from "@/components/desk/lead"
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
  const [isAsked, setIsAsked] = useState(false)
  // Made once it is asked for: it is as long as many a page, and nothing without scripts.
  const showHelp = useCallback(() => {
    flushSync(() => setIsAsked(true))
    help.current?.showModal()
  }, [])
  const known = SETS[of]
  const keys = useRef(known)
  // With what the page shows: a key that is pressed as soon as its control is in sight leads there.
  useLayoutEffect(() => {
    keys.current = known
  })
  useEffect(() => {
    if (!on) return
    const press = (event: KeyboardEvent) => {
      const { target, key } = event
      if (key === "Escape" && !event.defaultPrevented && leadBack(event)) return event.preventDefault()
      if (!isAct(event) || !(target instanceof Element)) return
      if (key === "?") showHelp()
      const pressed = keys.current.find((it) => it.keys.includes(key.length === 1 ? key.toLowerCase() : key))
      if (pressed?.press(target)) event.preventDefault()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [on, showHelp])
  return (
    <>
      {/* Its place is kept until scripts run, so that nothing beside it moves. */}
      <Button variant="quiet" className={on === undefined ? "invisible" : undefined} onClick={showHelp}>
        Keys
      </Button>
      <dialog ref={help} aria-labelledby="keys-title" className="key-help">
        {isAsked ? <Help keys={known} on={on} turn={setOn} /> : null}
      </dialog>
    </>
  )
}

interface HelpProps {
  keys: readonly Key[]
  on: boolean | undefined
  turn: (on: boolean) => void
}

const Help = ({ keys, on, turn }: HelpProps) => (
  <>
    <h2 id="keys-title">Keys</h2>
    <dl>
      {keys.map(({ name, does }) => (
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
      <input type="checkbox" checked={on ?? true} onChange={(event) => turn(event.currentTarget.checked)} /> Use these
      keys in this browser
    </label>
    <form method="dialog">
      <Button type="submit" variant="secondary">
        Close
      </Button>
    </form>
  </>
)
