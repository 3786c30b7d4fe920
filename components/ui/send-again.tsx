"use client"

import { usePathname } from "next/navigation"
import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import { Notice } from "@/components/ui/notice"
import type { FormState } from "@/lib/http/form-state"
import type { OutdatedForm } from "@/lib/http/outdated-form"

const Sent = createContext<OutdatedForm | undefined>(undefined)

/** Says that a form was not taken, because the app was replaced after its page was opened, and fills it in again. */
export function SendAgain({ outdated, children }: { outdated: OutdatedForm; children: ReactNode }) {
  const [sent, setSent] = useState<OutdatedForm | undefined>(outdated)
  const path = usePathname()
  useEffect(() => {
    if (path !== outdated.path) setSent(undefined)
  }, [path, outdated])
  return (
    <Sent value={sent}>
      {sent ? (
        <div className="mx-auto w-full max-w-page px-4 pt-8 sm:px-6">
          <Notice tone="danger" title="Send this again">
            We updated this page after you opened it, so nothing has been sent. What you typed is still here. Enter any
            passwords and choose any files again, then send.
          </Notice>
        </div>
      ) : null}
      {children}
    </Sent>
  )
}

/** Values of an outdated submission of the form with this prefix, to send again. */
export function useTypedBefore(prefix: string): FormState | undefined {
  const sent = useContext(Sent)
  return sent?.form === prefix ? { values: sent.values } : undefined
}
