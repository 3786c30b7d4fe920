"use client"

import { useState } from "react"
import type { z } from "zod"
import type { FormState } from "@/lib/http/form-state"

/** Fetches a zod object. It comes, like what checks it, when somebody starts to fill the form in and not before. */
export type LoadContract = () => Promise<z.ZodObject>

const NOTHING = {}

/** Errors of a form from its last check, by browser or server. */
export function useCheck(contract: LoadContract | undefined, state: FormState) {
  const [found, setFound] = useState<{ after: FormState; errors: Record<string, string> }>()
  const newer = found?.after === state
  const errors = (newer ? found.errors : state.errors) ?? NOTHING

  /** True when nothing is known to be wrong; what the browser cannot check, the server will. */
  async function check(data: FormData): Promise<boolean> {
    const errors = contract
      ? await load(contract).then(
          (look) => look(data),
          () => NOTHING,
        )
      : NOTHING
    setFound({ after: state, errors })
    return Object.keys(errors).length === 0
  }

  return {
    errors,
    message: newer ? undefined : state.message,
    check,
    prepare: () => void (contract && load(contract).catch(() => NOTHING)),
  }
}

async function load(contract: LoadContract) {
  // In this order: the checker tells zod how to behave before any contract is made.
  const { check } = await import("@/components/ui/validation")
  const object = await contract()
  return (data: FormData) => check(object, data)
}
