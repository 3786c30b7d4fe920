"use client"

import { Suspense, useContext, useEffect, useRef, useState } from "react"
import type { UnsentHere } from "@/components/requests/unsent-here"
import { fetched } from "@/components/ui/fetched"
import { FormContext } from "@/components/ui/form-context"
import { nameWhatIsSent } from "@/components/ui/name-what-is-sent"

/** Fetched when somebody begins to write. */
const WordKeeper = fetched(() => import("@/components/requests/word-keeper").then((it) => it.WordKeeper))

/** Whether somebody has in this window: pages that it has seen before may show what has been sent since. */
let hasBegun = false

/**
 * Keeps the words of a form until they are sent: they are there again when the tab was closed, and on other devices. Says
 * where it stands that they are saved.
 */
export function KeepWords(unsent: UnsentHere) {
  const place = useRef<HTMLSpanElement>(null)
  const [begun, begin] = useState(hasBegun)
  const { values } = useContext(FormContext)
  const { text } = unsent
  const isOther = values.text !== text
  useEffect(() => {
    const start = () => {
      hasBegun = true
      begin(true)
    }
    const form = place.current?.closest("form")
    // Some are quicker than the page.
    const field = form?.elements.namedItem("text")
    const isTyped = field instanceof HTMLTextAreaElement && field.value !== text
    if (isOther || isTyped || form?.matches(":focus-within")) start()
    form?.addEventListener("focusin", start)
  }, [isOther, text])
  useEffect(() => nameWhatIsSent(place.current?.closest("form"), "unsent.send"), [])
  return (
    <span ref={place} role="status" className="text-sm text-muted">
      <Suspense>{begun ? <WordKeeper {...unsent} values={values} /> : null}</Suspense>
    </span>
  )
}
