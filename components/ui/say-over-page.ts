"use client"

import { TONES } from "@/components/ui/style"

export interface SaidOverPage {
  end: () => void
}

/** Says something that lies over the end of the page, so that nothing in it moves, until it is ended or read. */
export function sayOverPage(words: string, tone: "warning" | "success", ms?: number): SaidOverPage {
  const told = document.createElement("p")
  told.role = tone === "warning" ? "alert" : "status"
  told.className = TONES[tone]
  placeOver().append(told)
  // A screen reader hears what changes in what it knows.
  requestAnimationFrame(() => {
    told.textContent = words
  })
  const end = () => told.remove()
  if (ms !== undefined) setTimeout(end, ms)
  return { end }
}

/** Within a dialog that is open, since nothing else is seen or heard then. */
export function placeOver(): Element {
  const around = document.querySelector("dialog:modal") ?? document.body
  const place = around.querySelector(":scope > .over-page") ?? document.createElement("div")
  place.className = "over-page"
  around.append(place)
  return place
}
