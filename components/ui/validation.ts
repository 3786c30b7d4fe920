import { zodResolver } from "@hookform/resolvers/zod"
import { createFormControl, type FieldErrors, type FieldValues, type Resolver } from "react-hook-form"
import type { z } from "zod"
import { config } from "zod/v4/core"
import { readForm } from "@/lib/http/form-state"
import { fromStrings } from "@/lib/http/parse"
import { plainIssue } from "@/lib/model/plain-issue"

// The policy of our pages forbids building code from text, and zod would try before it falls back.
config({ jitless: true })

/** Finds what is wrong with a form, by dotted name, reading it as the server will. */
export function check(contract: z.ZodObject, data: FormData): Promise<Record<string, string>> {
  const resolve = zodResolver<FieldValues, unknown, FieldValues>(contract, { error: plainIssue })
  const resolver: Resolver<FieldValues> = (_, context, options) =>
    resolve(fromStrings(contract, readForm(data)), context, options)
  const form = createFormControl({ resolver, shouldFocusError: false })
  return new Promise((found, failed) => {
    form
      .handleSubmit(
        () => found({}),
        (errors) => found(flatten(errors)),
      )()
      .catch(failed)
  })
}

function flatten(errors: FieldErrors | object, path = ""): Record<string, string> {
  const flat: Record<string, string> = {}
  for (const [key, value] of Object.entries(errors)) {
    if (typeof value !== "object" || value === null) continue
    const name = path + key
    if ("type" in value && "message" in value && typeof value.message === "string") flat[name] = value.message
    else Object.assign(flat, flatten(value, `${name}.`))
  }
  return flat
}
