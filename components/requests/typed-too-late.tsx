"use client"

import { useContext } from "react"
import { FormContext } from "@/components/ui/form-context"
import { Textarea } from "@/components/ui/textarea"

/** What was typed into a form that cannot be saved any more, to be copied. */
export function TypedTooLate({ name }: { name: string }) {
  const { values, answered } = useContext(FormContext)
  if (!answered || !values[name]) return null
  return <Textarea name={name} label="What you typed" hint="This was not saved. You can copy it." readOnly rows={6} />
}
