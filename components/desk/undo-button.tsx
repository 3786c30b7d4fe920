"use client"

import { useEffect, useState } from "react"
import { Form } from "@/components/ui/form"
import { Submit } from "@/components/ui/submit"
import { UNDO_SECONDS } from "@/lib/dispatch/undo/contract"
import type { FormAction } from "@/lib/http/form-state"

interface UndoButtonProps {
  action: FormAction
  /** What is undone, and the versions that it made. */
  chosen: string
}

/** Undoes what somebody has just done, for as long as that is possible. */
export function UndoButton({ action, chosen }: UndoButtonProps) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), UNDO_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Form action={action} prefix="undo-" className="inline" once outcome={({ undone }) => <p>{undone}</p>}>
      <input type="hidden" name="chosen" value={chosen} />
      {late ? null : (
        <Submit variant="secondary" data-undo>
          Undo
        </Submit>
      )}
    </Form>
  )
}
