"use client"

import { useEffect } from "react"
import { followFingers } from "@/components/requests/follow-fingers"

/** The links that keys stand for, by what marks them on the page. */
const LINKS: Record<string, string> = {
  ArrowLeft: '[rel="prev"]',
  ArrowRight: '[rel="next"]',
  Escape: '[data-key="Escape"]',
  r: '[data-key="r"]',
  "+": '[data-key="+"]',
  // The plus of many keyboards without its shift key.
  "=": '[data-key="+"]',
  "-": '[data-key="-"]',
}

const TYPED_INTO = "input, textarea, select, dialog"

interface ViewerKeysProps {
  /**
   * The photo that is shown as a whole, by its id. Nothing while its picture is coming, for what is no photo, and for one
   * that is zoomed, which its box scrolls.
   */
  photo: string | undefined
}

/** Looks at files by keys, and at a photo by two fingers, a double click or the wheel. */
export function ViewerKeys({ photo }: ViewerKeysProps) {
  useEffect(() => {
    // A photo that was turned or the next one is looked at on, wherever the keyboard was before.
    if (location.hash === "#viewer") document.getElementById("viewer")?.focus({ preventScroll: true })
    showMiddle(document.querySelector("#viewer[data-zoom]"))
    document.addEventListener("keydown", follow)
    return () => document.removeEventListener("keydown", follow)
  }, [])
  useEffect(() => {
    const picture = photo && document.querySelector<HTMLElement>("#viewer img")
    return picture ? followFingers(picture) : undefined
  }, [photo])
  return null
}

/** What is closer than its box has room for is looked at from its middle on, as soon as it is there. */
function showMiddle(box: Element | null): void {
  const picture = box?.querySelector("img")
  const show = () => box?.scrollTo((box.scrollWidth - box.clientWidth) / 2, (box.scrollHeight - box.clientHeight) / 2)
  if (picture && !picture.complete) picture.addEventListener("load", show, { once: true })
  else if (picture) show()
}

function follow(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
  // A player and a box that scrolls have a use of their own for keys.
  const within = event.key.startsWith("Arrow") ? `${TYPED_INTO}, video, [data-zoom]` : TYPED_INTO
  if (event.target instanceof Element && event.target.closest(within)) return
  const link = LINKS[event.key] && document.querySelector<HTMLAnchorElement>(LINKS[event.key] as string)
  if (!link) return
  event.preventDefault()
  link.click()
}
