"use client"

import { useContext, useEffect, useRef, useState } from "react"
import { FormContext } from "@/components/ui/form-context"

/**
 * Which version of a thing the person saw when they began to type. A form that comes back because of a mistake keeps it,
 * and so does one whose page has followed a change meanwhile; only after a conflict, when that was said, or once it was
 * saved does it start afresh.
 */
export function SeenVersion({ version }: { version: number }) {
  const { values, stale } = useContext(FormContext)
  const field = useRef<HTMLInputElement>(null)
  const [typedAt, setTypedAt] = useState<number>()
  useEffect(() => {
    const form = field.current?.form
    if (!form) return
    const begin = () => setTypedAt((before) => before ?? version)
    const forget = () => setTypedAt(undefined)
    form.addEventListener("input", begin)
    form.addEventListener("reset", forget)
    return () => {
      form.removeEventListener("input", begin)
      form.removeEventListener("reset", forget)
    }
  }, [version])
  useEffect(() => {
    if (stale && values) setTypedAt(undefined)
  }, [stale, values])
  return <input ref={field} type="hidden" name="version" value={values.version ?? typedAt ?? version} />
}
