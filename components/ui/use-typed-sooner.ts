"use client"

import { useLayoutEffect, useState } from "react"
import { useScripted } from "@/components/ui/use-scripted"

/**
 * Keeps what was typed into a text box before scripts ran: React gives one that begins with words its first words back then.
 * Only while the page comes to life, since later a page that is about to go may have a box of the same name.
 */
export function useTypedSooner(field: { current: HTMLTextAreaElement | null }, id: string): void {
  const isComing = !useScripted()
  const [typed] = useState(() => (isComing && typeof document !== "undefined" ? typedIn(id) : undefined))
  useLayoutEffect(() => {
    if (typed !== undefined && field.current && field.current.value !== typed) field.current.value = typed
  }, [field, typed])
}

function typedIn(id: string): string | undefined {
  const found = document.getElementById(id)
  return found instanceof HTMLTextAreaElement ? found.value : undefined
}
