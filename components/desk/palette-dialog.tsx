"use client"

import { lazy, Suspense, useEffect, useRef, useState } from "react"
import type { SearchReach } from "@/components/desk/use-found"

/** What is behind it is loaded with the first half of its key, or when it is opened for the first time. */
const load = () => import("@/components/desk/palette-list")
const PaletteList = lazy(load)

/** Listens for the keys and the button of the palette, and takes every key from the first on. */
export default function PaletteDialog({ reach }: { reach: SearchReach }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [opened, setOpened] = useState(0)
  const [typed, setTyped] = useState("")
  useEffect(() => {
    const open = (event: Event) => {
      event.preventDefault()
      if (dialog.current?.open) return
      setTyped("")
      setOpened((times) => times + 1)
      dialog.current?.showModal()
    }
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event
      // Whether it can be had is found out when it is needed.
      if (key === "Control" || key === "Meta") load().catch(() => undefined)
      if ((ctrlKey || metaKey) && !altKey && !shiftKey && key.toLowerCase() === "k") open(event)
    }
    const click = (event: MouseEvent) => {
      const { target, ctrlKey, metaKey, shiftKey } = event
      if (ctrlKey || metaKey || shiftKey || !(target instanceof Element)) return
      if (target.closest(".palette-button")) open(event)
    }
    document.addEventListener("keydown", press)
    document.addEventListener("click", click)
    return () => {
      document.removeEventListener("keydown", press)
      document.removeEventListener("click", click)
    }
  }, [])
  return (
    <dialog ref={dialog} aria-label="Find requests, customers, views and acts" className="palette">
      {opened > 0 ? (
        <Suspense
          fallback={
            // What is typed goes on in the field that comes with the list.
            <input
              autoFocus
              aria-label="Find"
              placeholder="Name, phone, street, reference, view or act"
              maxLength={100}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          }
        >
          <PaletteList
            key={opened}
            reach={reach}
            close={() => dialog.current?.close()}
            typed={typed}
            setTyped={setTyped}
          />
        </Suspense>
      ) : null}
    </dialog>
  )
}
