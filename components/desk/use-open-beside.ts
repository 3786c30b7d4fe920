"use client"

import { useRouter } from "next/navigation"
import { type RefObject, useEffect } from "react"

/** From here on there is room for a request beside its list. */
const ROOM = "(width >= 80rem)"

/** The address of the list that is shown, with this request beside it. */
function besideAddress(reference: string): string {
  const search = new URLSearchParams(window.location.search)
  search.set("open", reference)
  return `/desk?${search}`
}

/**
 * Has a click into a list open the request beside it where there is room, or lead into the one that is open. With less
 * room, in another tab and without scripts a link leads to the request's own page.
 */
export function useOpenBeside(inside: RefObject<HTMLElement | null>): void {
  const router = useRouter()
  useEffect(() => {
    const root = inside.current
    if (!root) return
    const click = (event: MouseEvent) => {
      const { target, button, metaKey, ctrlKey, shiftKey, altKey } = event
      const link = target instanceof Element ? target.closest("tbody th a") : null
      if (!link || button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !matchMedia(ROOM).matches) return
      event.preventDefault()
      const beside = document.querySelector<HTMLElement>(".beside")
      if (link.ariaCurrent) {
        // No page is on its way.
        event.stopPropagation()
        return beside?.focus()
      }
      const address = besideAddress(link.closest("tr")?.cells[1]?.textContent ?? "")
      // Going on from one to the next leaves one step to go back.
      router[beside ? "replace" : "push"](address, { scroll: false })
    }
    root.addEventListener("click", click)
    return () => root.removeEventListener("click", click)
  }, [inside, router])
}
