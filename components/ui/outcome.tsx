"use client"

import { usePathname } from "next/navigation"
import { type ReactNode, useEffect, useRef, useState } from "react"
import { SAVED, type ToldOutcome } from "@/components/ui/tell-outcome"

/** How long a page may take to follow what was done on it. */
const SETTLED = 5000
/** Milliseconds that people have to read it, and twice as many as they have to undo it. */
const SHOWN = 20_000

/**
 * Says once what a form of this page has done, where it moves nothing. If what had the focus is gone, it takes it, so
 * that the next key press goes on from here and not from the top of the page.
 */
export function Outcome({ undo }: { undo?: (chosen: string) => ReactNode }) {
  const [told, setTold] = useState<ToldOutcome>()
  const box = useRef<HTMLDivElement>(null)
  const path = usePathname()
  useEffect(() => {
    let watch: MutationObserver | undefined
    let end: ReturnType<typeof setTimeout> | undefined
    let seen: ReturnType<typeof setTimeout> | undefined
    const settle = () => {
      clearTimeout(end)
      watch?.disconnect()
    }
    // It lies over what is below, and has been read by then; not while it is in use.
    const goAway = () => {
      if (box.current?.matches(":hover, :focus, :focus-within")) seen = setTimeout(goAway, SHOWN)
      else setTold(undefined)
    }
    const tell = (event: Event) => {
      settle()
      clearTimeout(seen)
      seen = setTimeout(goAway, SHOWN)
      setTold((event as CustomEvent<ToldOutcome>).detail)
      watch = new MutationObserver(() => {
        if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
      })
      watch.observe(document.body, { childList: true, subtree: true })
      end = setTimeout(settle, SETTLED)
    }
    // The next try is on its way, and may go wrong.
    const clear = () => setTold(undefined)
    window.addEventListener(SAVED, tell)
    window.addEventListener("submit", clear)
    return () => {
      settle()
      clearTimeout(seen)
      window.removeEventListener(SAVED, tell)
      window.removeEventListener("submit", clear)
    }
  }, [])
  useEffect(() => {
    if (path) setTold(undefined)
  }, [path])
  return (
    <div
      ref={box}
      role="status"
      tabIndex={-1}
      className="mx-auto flex w-fit max-w-text flex-wrap items-center gap-4 rounded-md border-l-4 border-success bg-success-soft px-4 py-3 font-semibold text-success shadow-lg empty:hidden"
    >
      {told?.words}
      {told?.undo && undo ? undo(told.undo) : null}
    </div>
  )
}
