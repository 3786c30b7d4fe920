"use client"

import { usePathname } from "next/navigation"
import { useEffect, useState } from "react"
import { UNDO_FORM, UndoButton } from "@/components/desk/undo-button"
import { Form } from "@/components/ui/form"
import { Outcome } from "@/components/ui/outcome"
import type { FormAction } from "@/lib/http/form-state"

/** What was done at the desk, how to undo it, and what came of that. */
export function DeskOutcome({ undo }: { undo: FormAction }) {
  const path = usePathname()
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    // What was said of an undoing is over once something else is done.
    const next = ({ target }: Event) => {
      if (target instanceof HTMLFormElement && target.id !== UNDO_FORM) setTurn((before) => before + 1)
    }
    addEventListener("submit", next)
    return () => removeEventListener("submit", next)
  }, [])
  return (
    <div className="desk-outcome">
      <Outcome undo={(chosen) => <UndoButton key={chosen} chosen={chosen} />} />
      <Form
        key={`${path} ${turn}`}
        action={undo}
        id={UNDO_FORM}
        prefix="undo-"
        className="hidden"
        // With scripts the words above say it.
        outcome={({ outcome }) => <p>{outcome}</p>}
      >
        {null}
      </Form>
    </div>
  )
}
