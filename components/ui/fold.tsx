"use client"

import { type ReactNode, useContext } from "react"
import { FormContext } from "@/components/ui/form-context"

interface FoldProps {
  /** What is pressed to see it. */
  summary: ReactNode
  /** Shown without being asked for. */
  open?: boolean
  whenOpened?: () => void
  children: ReactNode
}

/** The fields of a form that few need, out of the way until they are asked for. One that was refused shows them again. */
export function Fold({ summary, open = false, whenOpened, children }: FoldProps) {
  const { answered } = useContext(FormContext)
  return (
    <details
      open={answered || open || undefined}
      onToggle={({ currentTarget }) => currentTarget.open && whenOpened?.()}
      className="form-fold"
    >
      <summary>{summary}</summary>
      <div className="space-y-2 pt-2">{children}</div>
    </details>
  )
}
