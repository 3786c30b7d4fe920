"use client"

import { type ReactNode, useContext, useEffect, useRef, useState } from "react"
import { fetched } from "@/components/ui/fetched"
import { FormContext } from "@/components/ui/form-context"
import type { FormState } from "@/lib/http/form-state"

/** Fetched once something was saved meanwhile. */
const SavedValues = fetched(
  () => import("@/components/ui/saved-values").then((it) => it.SavedValues),
  ({ title }) => <p role="alert">{title}</p>,
)

type Values = NonNullable<FormState["values"]>

interface SavedMeanwhileProps {
  title?: string
  /** The names of the fields that are compared, and how people call them. */
  labels: Record<string, string>
  /** What is saved now. */
  stored: FormState["values"]
  /** How a value is said, where it is not text that somebody typed. */
  inWords?: (value: string) => string
  children?: ReactNode
}

/** After a late save: what somebody else has saved, where it differs from what stands in the form below. */
export function SavedMeanwhile({
  title = "Saved by someone else",
  labels,
  stored = {},
  inWords = (value) => value,
  children = "What you typed is below. Add what is missing, then save it.",
}: SavedMeanwhileProps) {
  const { values, stale = false } = useContext(FormContext)
  const anchor = useRef<HTMLSpanElement>(null)
  const seen = useSeen(stored, stale, anchor)
  const differing = Object.keys(labels).filter((name) => {
    const saved = text(stored[name])
    return name in values && saved !== text(values[name]) && (!seen || saved !== text(seen[name]))
  })
  return (
    <>
      <span ref={anchor} hidden />
      {stale && differing.length > 0 ? (
        <SavedValues
          title={title}
          values={differing.map((name) => [labels[name] ?? name, inWords(text(stored[name]))])}
        >
          {children}
        </SavedValues>
      ) : null}
    </>
  )
}

/**
 * What was saved when the person began to type, or was told the last time that it had changed. Nothing where no script has
 * watched them.
 */
function useSeen(stored: Values, stale: boolean, anchor: { current: HTMLElement | null }): Values | undefined {
  const [seen, setSeen] = useState<Values>()
  const now = useRef({ stored, stale })
  useEffect(() => {
    now.current = { stored, stale }
  })
  useEffect(() => {
    const form = anchor.current?.closest("form")
    const control = new AbortController()
    const { signal } = control
    form?.addEventListener("input", () => setSeen((before) => before ?? now.current.stored), { signal })
    form?.addEventListener("submit", () => now.current.stale && setSeen(now.current.stored), { signal })
    form?.addEventListener("reset", () => setSeen(undefined), { signal })
    return () => control.abort()
  }, [anchor])
  return seen
}

const text = (value: string | string[] | undefined) => [value ?? ""].flat().join(", ").replace(/\r\n?/g, "\n").trim()
