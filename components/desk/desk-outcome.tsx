"use client"

import { UndoButton } from "@/components/desk/undo-button"
import { Outcome } from "@/components/ui/outcome"
import type { FormAction } from "@/lib/http/form-state"

/** What was done at the desk, and how to undo it. */
export const DeskOutcome = ({ undo }: { undo: FormAction }) => (
  <Outcome undo={(chosen) => <UndoButton key={chosen} action={undo} chosen={chosen} />} />
)
