"use client"

import { usePathname } from "next/navigation"
import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import type { FormState } from "@/lib/http/form-state"
import type { OutdatedForm } from "@/lib/http/outdated-form"

const Sent = createContext<OutdatedForm | undefined>(undefined)

interface SendAgainProps {
  /** The form that was not taken, if one was not. */
  typed: OutdatedForm | undefined
  /** Says so. Made by the server, so that nobody else is sent its words. */
  notice: ReactNode
  children: ReactNode
}

/** Where a form was not taken, says so, and fills it in again. */
export function SendAgain({ typed, notice, children }: SendAgainProps) {
  const [sent, setSent] = useState(typed && { typed, notice })
  const path = usePathname()
  useEffect(() => {
    if (path !== typed?.path) setSent(undefined)
  }, [path, typed])
  return (
    <Sent value={sent?.typed}>
      {sent?.notice}
      {children}
    </Sent>
  )
}

/** Values of an outdated submission of the form with this prefix, to send again. */
export function useTypedBefore(prefix: string): FormState | undefined {
  const sent = useContext(Sent)
  return sent?.form === prefix ? { values: sent.values } : undefined
}
