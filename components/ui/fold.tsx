"use client"

import { type ReactNode, useContext } from "react"
import { FormContext } from "@/components/ui/form-context"

interface FoldProps {
  /** What is pressed to see it. */
  summary: ReactNode
  children: ReactNode
}

/** The fields of a form that few need, out of the way until they are asked for. One that was refused shows them again. */
export function Fold({ summary, children }: FoldProps) {
  const { answered } = useContext(FormContext)
  return (
    <details open={answered || undefined} className="form-fold">
      <summary>{summary}</summary>
      <div className="space-y-2 pt-2">{children}</div>
    </details>
  )
}
