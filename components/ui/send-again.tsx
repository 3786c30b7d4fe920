"use client"

import { usePathname } from "next/navigation"
import { createContext, type ReactNode, useContext, useEffect, useState } from "react"
import { Notice } from "@/components/ui/notice"
import type { FormState } from "@/lib/http/form-state"
import type { OutdatedForm } from "@/lib/http/outdated-form"

const Sent = createContext<OutdatedForm | undefined>(undefined)

interface SendAgainProps {
  /** The form that was not taken, if one was not. */
  typed: OutdatedForm | undefined
  /** Why not: the app was replaced after its page was opened, or the session had ended. */
  because: keyof typeof WORDS
  children: ReactNode
}

const WORDS = {
  outdated: {
    title: "Send this again",
    text: "We updated this page after you opened it, so nothing has been sent. What you typed is still here. Enter any passwords and choose any files again, then send.",
  },
  "signed out": {
    title: "What you typed is still here",
    text: "You were signed out before it was saved. Check it, then save it. Enter any passwords and choose any files again.",
  },
}

/** Where a form was not taken, says so and why, and fills it in again. */
export function SendAgain({ typed, because, children }: SendAgainProps) {
  const [sent, setSent] = useState<OutdatedForm | undefined>(typed)
  const path = usePathname()
  useEffect(() => {
    if (path !== typed?.path) setSent(undefined)
  }, [path, typed])
  return (
    <Sent value={sent}>
      {sent ? (
        <div className="mx-auto w-full max-w-page px-4 pt-8 sm:px-6">
          <Notice tone={because === "outdated" ? "danger" : "warning"} title={WORDS[because].title}>
            {WORDS[because].text}
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
