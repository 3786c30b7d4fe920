"use client"

import { usePathname } from "next/navigation"
import type { ReactNode } from "react"
import { DangerAnswerForm } from "@/components/desk/danger-answer-form"
import { useAnswerKeys } from "@/components/desk/use-answer-keys"
import type { FormAction } from "@/lib/http/form-state"

interface DangerCheckFormProps {
  action: FormAction
  prefix: string
  /** The ids of the checks inside. */
  shown: string
  children: ReactNode
}

/** The one form of all checks that are open. */
export function DangerCheckForm({ action, prefix, shown, children }: DangerCheckFormProps) {
  const path = usePathname()
  const cards = useAnswerKeys(shown)
  return (
    <div className="print:hidden">
      <DangerAnswerForm key={path} action={action} prefix={prefix}>
        <div ref={cards}>{children}</div>
      </DangerAnswerForm>
    </div>
  )
}
