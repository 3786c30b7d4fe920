"use client"

import type { MouseEvent } from "react"

/** Ticks every request of one person that is shown, or none of them. Boxes are ticked one by one without scripts. */
export const SelectAll = () => (
  <button
    type="button"
    onClick={toggle}
    className="link ml-4 inline-flex min-h-8 cursor-pointer items-center [@media(scripting:none)]:hidden"
  >
    Select all shown
  </button>
)

function toggle({ currentTarget }: MouseEvent): void {
  const boxes = [
    ...(currentTarget.closest("[data-person]")?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? []),
  ]
  const all = boxes.every(({ checked }) => checked)
  // As by hand, so that each box is told.
  for (const box of boxes) if (box.checked === all) box.click()
}
