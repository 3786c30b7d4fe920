"use client"

import { useEffect, useState } from "react"
import { buttonStyle } from "@/components/ui/style"
import { UNDO_SECONDS } from "@/lib/dispatch/undo/undo-seconds"

/** The form stands once below every page of the desk; its buttons, wherever something was done. */
export const UNDO_FORM = "undo"

/** Undoes what somebody has just done, for as long as that is possible. `chosen` says what, and the versions it made. */
export function UndoButton({ chosen }: { chosen: string }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), UNDO_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [])
  return late ? null : (
    <button type="submit" form={UNDO_FORM} name="chosen" value={chosen} data-undo className={buttonStyle("secondary")}>
      Undo
    </button>
  )
}
