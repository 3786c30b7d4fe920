"use client"

import { lazy, Suspense, useEffect, useRef, useState } from "react"
import type { SearchReach } from "@/components/desk/use-found"
import { Icon } from "@/components/ui/icon"

/** What is behind it is loaded when it is opened for the first time. */
const PaletteList = lazy(() => import("@/components/desk/palette-list").then((it) => ({ default: it.PaletteList })))

/**
 * One field for everything: Ctrl-K or ⌘K from any page of the desk, also while somebody types and while single letters are
 * off. Without scripts its button leads to the list, which has a search of its own.
 */
export function Palette({ reach }: { reach: SearchReach }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(0)
  const open = () => {
    if (dialog.current?.open) return
    setOpened((times) => times + 1)
    dialog.current?.showModal()
  }
  const openNow = useRef(open)
  useEffect(() => {
    openNow.current = open
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== "k") return
      event.preventDefault()
      openNow.current()
    }
    document.addEventListener("keydown", press)
    return () => document.removeEventListener("keydown", press)
  }, [])
  const close = () => dialog.current?.close()
  return (
    <>
      <a
        href="/desk"
        aria-keyshortcuts="Control+K Meta+K"
        className="palette-button"
        onClick={(event) => {
          event.preventDefault()
          open()
        }}
      >
        <Icon name="search" className="size-4" />
        Find
        <span aria-hidden="true">Ctrl K</span>
      </a>
      <dialog ref={dialog} aria-label="Find requests, customers, views and acts" className="palette">
        {opened > 0 ? (
          <Suspense fallback={<p className="p-4">Loading…</p>}>
            <PaletteList key={opened} reach={reach} close={close} />
          </Suspense>
        ) : null}
      </dialog>
    </>
  )
}
