"use client"

import { type SaidOverPage, sayOverPage } from "@/components/ui/say-over-page"

/** A shorter break is none. */
const BREAK_MS = 5000
const SHOWN_MS = 5000

/** Whether what tells of changes has lost the server. */
let isLineLost = false
let timer: ReturnType<typeof setTimeout> | undefined
let said: SaidOverPage | undefined

/** Says that the connection is gone, once it has been for a while, and that it is back. */
export function hearLine(isLost: boolean): void {
  isLineLost = isLost
  look()
}

function look(): void {
  const isGone = isLineLost || !navigator.onLine
  if (!isGone) {
    clearTimeout(timer)
    timer = undefined
    if (said) sayOverPage("You are connected again.", "success", SHOWN_MS)
    said?.end()
    said = undefined
  } else if (!said) timer ??= setTimeout(say, BREAK_MS)
}

/** The banner of staff says it in its own words. */
function say(): void {
  timer = undefined
  if (document.querySelector(".emergency-banner")) return
  said = sayOverPage("No connection. Nothing can be sent.", "warning")
}

for (const change of ["online", "offline"]) addEventListener(change, look)
look()
