"use client"

import { ACCOUNT_HEADER } from "@/lib/http/form-state"

/** Goes with what scripts of a page send: whoever is signed in by then may be somebody else. */
export const madeFor = (): Record<string, string> => {
  const { account } = document.documentElement.dataset
  return account ? { [ACCOUNT_HEADER]: account } : {}
}

export const jsonHeaders = (): Record<string, string> => ({ "content-type": "application/json", ...madeFor() })
