"use client"

import { createContext, useContext } from "react"
import type { FormState } from "@/lib/http/form-state"

interface FormContextValue {
  /** Sets the ids of this form's fields apart, where a page has several forms. */
  prefix: string
  /** Messages by dotted name. */
  errors: Record<string, string>
  /** Initial values by dotted name. */
  values: Record<string, string | string[]>
  /** True once the server has sent back what was typed: then a field without a value was left empty. */
  answered: boolean
  /** True when nothing was saved because the thing was changed by somebody else meanwhile. */
  stale?: boolean
  /** Answers to a question that only came up by what was sent. */
  offers?: FormState["offers"]
  /** The result after success. */
  result?: Record<string, string>
  pending: boolean
}

export const FormContext = createContext<FormContextValue>({
  prefix: "",
  errors: {},
  values: {},
  answered: false,
  pending: false,
})

interface FieldOptions {
  name: string
  hint?: unknown
  defaultValue?: string | string[]
}

/** Everything a field needs to be labelled, filled in and corrected. */
export function useField({ name, hint, defaultValue }: FieldOptions) {
  const { prefix, errors, values, answered } = useContext(FormContext)
  const id = prefix + name
  const error = errors[name]
  const hintId = hint ? `${id}-hint` : undefined
  const errorId = error ? `${id}-error` : undefined
  const value = values[name] ?? (answered ? undefined : defaultValue)
  return {
    frame: { id, error, hintId, errorId },
    text: Array.isArray(value) ? value[0] : value,
    chosen: value === undefined ? [] : [value].flat(),
    /** Spread over the control. */
    control: {
      id,
      name,
      "aria-describedby": [hintId, errorId].filter(Boolean).join(" ") || undefined,
      "aria-invalid": error ? (true as const) : undefined,
    },
  }
}
