"use client"

import { zodResolver } from "@hookform/resolvers/zod"
import { useMemo, useRef } from "react"
import { type FieldErrors, type FieldValues, type Resolver, set, useForm } from "react-hook-form"
import type { $ZodType } from "zod/v4/core"
import { type FormState, readForm } from "@/lib/http/form-state"

/** A zod object, as the verb behind the form takes it. */
export type Contract = $ZodType<unknown, FieldValues>

/** Errors of a form, whoever found them: the last to look, browser or server, is the one believed. */
export function useValidation(contract: Contract | undefined, state: FormState) {
  const sent = useRef<FormData>(undefined)
  const resolver = useMemo<Resolver<FieldValues> | undefined>(() => {
    if (!contract) return undefined
    const check = zodResolver<FieldValues, unknown, unknown>(contract)
    // The form itself is what is checked, as the server will read it.
    return (_, context, options) =>
      sent.current ? (check(readForm(sent.current), context, options) as never) : { values: {}, errors: {} }
  }, [contract])
  const answered = useMemo(() => nest(state), [state])
  const { formState, handleSubmit } = useForm({ resolver, errors: answered, shouldFocusError: false })
  const found = formState.errors
  const errors = useMemo(() => flatten(found), [found])

  /** Goes on when nothing is wrong; without data there is nothing to check. */
  function validate(data: FormData | undefined, goOn: () => void) {
    sent.current = data
    void handleSubmit(goOn)()
  }

  return { errors, message: found.root?.message, validate }
}

function nest({ errors = {}, message }: FormState): FieldErrors | undefined {
  const nested: FieldErrors = {}
  for (const [name, error] of Object.entries(errors)) set(nested, name, { type: "server", message: error })
  if (message !== undefined) set(nested, "root", { type: "server", message })
  return Object.keys(nested).length > 0 ? nested : undefined
}

function flatten(errors: object, path = ""): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [key, value] of Object.entries(errors)) {
    const name = path + key
    if (name === "root" || typeof value !== "object" || value === null) continue
    if ("type" in value && "message" in value && typeof value.message === "string") flat[name] = value.message
    else Object.assign(flat, flatten(value, `${name}.`))
  }
  return flat
}
