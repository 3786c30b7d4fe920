"use client"

import { type FormState, typedValues } from "@/lib/http/form-state"

/**
 * What was typed into a form that could not be saved before its person had signed in again or shown who they are. It stands in this window's storage, by account and
 * form, until it is saved or its person signs out.
 */
const KEPT = "typed:"

/** Never kept: what lets somebody in. */
const SECRET = /password|secret|token|(^|\.)code$/i

/** The account that this page was made for; undefined for visitors. */
const account = () => document.documentElement.dataset.account

const keyOf = (prefix: string) => `${KEPT}${account()}:${location.pathname}:${prefix}`

/** Keeps the typed values of the form with this prefix. */
export function keepInWindow(data: FormData, prefix: string, key = keyOf(prefix)): void {
  if (!key.startsWith(`${KEPT}undefined:`)) {
    const values = Object.entries(typedValues(data)).filter(([name]) => !SECRET.test(name))
    if (values.length > 0) tolerate(() => sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(values))))
  }
}

/** What was kept for the form with this prefix. What another account typed is forgotten. */
export function readKept(prefix: string): FormState | undefined {
  const mine = `${KEPT}${account()}:`
  if (!account()) return undefined
  forgetAll((key) => !key.startsWith(mine))
  const kept = tolerate(() => sessionStorage.getItem(keyOf(prefix)))
  return kept ? { values: JSON.parse(kept) } : undefined
}

/** Says where the form with this prefix is kept, also after the browser has gone elsewhere. */
export const keptAs = keyOf

export const forgetKept = (key: string) => void tolerate(() => sessionStorage.removeItem(key))

/** Forgets everything, or what `which` picks by its key. */
export function forgetAll(which: (key: string) => boolean = () => true): void {
  tolerate(() => {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(KEPT) && which(key)) sessionStorage.removeItem(key)
  })
}

/** A browser may refuse its storage, and everything works without. */
function tolerate<T>(use: () => T): T | undefined {
  try {
    return use()
  } catch {
    return undefined
  }
}
