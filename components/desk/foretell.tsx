"use client"

import { useContext, useEffect, useRef, useSyncExternalStore } from "react"
import { type Foretold, foretoldBy } from "@/components/desk/foretold"
import { FormContext } from "@/components/ui/form-context"

let foretold: Foretold | undefined
const listeners = new Set<() => void>()

function tell(next: Foretold | undefined): void {
  foretold = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the request on this page will be if the server agrees; nothing once it has answered. */
export const useForetold = (): Foretold | undefined =>
  useSyncExternalStore(
    subscribe,
    () => foretold,
    () => undefined,
  )

/** In a form that changes a request: has the page show at once what was asked for. */
export function Foretell() {
  const { pending } = useContext(FormContext)
  const mark = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const form = pending ? mark.current?.form : null
    if (!form) return
    tell(foretoldBy(new FormData(form), form))
    return () => tell(undefined)
  }, [pending])
  return <input ref={mark} type="hidden" />
}
