"use client"

import { usePathname } from "next/navigation"
import type { ReactNode } from "react"
import { Form } from "@/components/ui/form"
import type { FormAction } from "@/lib/http/form-state"

/** One form for all of them: what it says of one that somebody else has taken stays when that one is gone. */
export function EmergencyForm({ action, children }: { action?: FormAction; children: ReactNode }) {
  const path = usePathname()
  if (!action) return <div className="text-on-alarm">{children}</div>
  return (
    <Form key={path} action={action} prefix="emergency-" className="text-on-alarm">
      {children}
    </Form>
  )
}
