"use client"

import { usePathname } from "next/navigation"
import type { ReactNode } from "react"
import { DangerAnswerForm } from "@/components/desk/danger-answer-form"
import { useAnswerKeys } from "@/components/desk/use-answer-keys"
import { useCheckNews } from "@/components/desk/use-check-news"
import { useFreshChecks } from "@/components/desk/use-fresh-checks"
import type { FormAction } from "@/lib/http/form-state"

interface DangerCheckFormProps {
  action: FormAction
  prefix: string
  /** The checks inside. */
  checks: readonly { id: string; title: string }[]
  children: ReactNode
}

/** The one form of all checks that are open, kept up to date. */
export function DangerCheckForm({ action, prefix, checks, children }: DangerCheckFormProps) {
  const path = usePathname()
  const shown = checks.map(({ id }) => id).join()
  useFreshChecks(shown)
  const cards = useAnswerKeys(shown)
  const news = useCheckNews(checks)
  return (
    <div className="print:hidden">
      <p aria-live="polite" className="sr-only">
        {news}
      </p>
      <DangerAnswerForm key={path} action={action} prefix={prefix}>
        <div ref={cards}>{children}</div>
      </DangerAnswerForm>
    </div>
  )
}
