"use client"

import { type ReactNode, useContext } from "react"
import { FormContext } from "@/components/ui/form-context"

interface OpenRequestsProps {
  name: string
  ids: readonly string[]
  children: ReactNode
}

/** Folded away, unless something of it could not be given and is still ticked: nothing ticked is out of sight. */
export function OpenRequests({ name, ids, children }: OpenRequestsProps) {
  const { result } = useContext(FormContext)
  const kept = ids.filter((id) => result?.[`kept.${id}`] !== undefined)
  return (
    <details key={kept.join()} open={kept.length > 0}>
      <summary className="min-h-8 cursor-pointer font-semibold text-accent">
        Open requests<span className="sr-only"> of {name}</span>
      </summary>
      {children}
    </details>
  )
}
