"use client"

import { ABOUT_FIELD, type FormState, typedValues } from "@/lib/http/form-state"

/**
 * What was typed into a form and not saved before its person had to sign in again, or left the page. It stands in this
 * window's storage, by account, form and what the form is about, until it is saved or its person signs out.
 */
const KEPT = "typed:"

/** Never kept: what lets somebody in. */
const SECRET = /password|secret|token|(^|\.)code$/i

/** The account that this page was made for; undefined for visitors. */
const account = () => document.documentElement.dataset.account

/**
 * Says where a form is kept, also after the browser has gone elsewhere: by what it is about. One that names itself and that
 * is the same on other pages.
 */
export function keptAs(prefix: string, data: FormData): string {
  const id = data.get("id") ?? data.get(ABOUT_FIELD)
  const page = id && prefix ? "" : location.pathname + (id ? "" : location.search)
  return `${KEPT}${account()}:${page}:${prefix}:${id ?? ""}`
}

/** Keeps the typed values of a form. */
export function keepInWindow(data: FormData, key: string): void {
  if (!key.startsWith(`${KEPT}undefined:`)) {
    const values = Object.entries(typedValues(data)).filter(([name]) => !SECRET.test(name))
    if (values.length > 0) tolerate(() => sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(values))))
  }
}

/** Keeps a form as it stands. */
export function keepFormInWindow(form: HTMLFormElement, prefix: string): void {
  const data = new FormData(form)
  keepInWindow(data, keptAs(prefix, data))
}

/** What was kept of a form. What another account typed is forgotten. */
export function readKept(key: string): FormState | undefined {
  const mine = `${KEPT}${account()}:`
  if (!account()) return undefined
  forgetAll((key) => !key.startsWith(mine))
  const kept = tolerate(() => sessionStorage.getItem(key))
  return kept ? { values: JSON.parse(kept) } : undefined
}

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
