"use client"

import { usePathname } from "next/navigation"
import { type ReactNode, Suspense, useRef } from "react"
import { DangerAnswerForm } from "@/components/desk/danger-answer-form"
import { fetched } from "@/components/ui/fetched"
import type { FormAction } from "@/lib/http/form-state"

/** Fetched by those who have something to answer: this form is a part of every page. */
const AnswerKeys = fetched(() => import("@/components/desk/answer-keys").then((it) => it.AnswerKeys))

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
  const cards = useRef<HTMLDivElement>(null)
  return (
    <div className="print:hidden">
      <DangerAnswerForm key={path} action={action} prefix={prefix}>
        <div ref={cards}>{children}</div>
        <Suspense>{shown ? <AnswerKeys cards={cards} shown={shown} /> : null}</Suspense>
      </DangerAnswerForm>
    </div>
  )
}
