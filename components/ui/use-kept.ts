"use client"

import { type InputEvent, useCallback, useEffect, useRef, useState } from "react"
import { forgetKept, keepInWindow, keptAs, readKept } from "@/components/ui/kept-typed"
import { REST } from "@/components/ui/rest"
import { ABOUT_FIELD, type FormState } from "@/lib/http/form-state"

/**
 * What was typed into a form before one had to sign in, or left the page with words that were not sent. It is known once the
 * page is shown, since only the browser has it. Nothing was typed into a form of buttons alone.
 */
export function useKept(prefix: string, form: { current: HTMLFormElement | null }, initial?: FormState["values"]) {
  const [kept, setKept] = useState<FormState>()
  const first = useRef(initial)
  /** Where words that are not sent are to be kept. */
  const words = useRef<string>(undefined)
  useEffect(() => {
    const shown = form.current
    if (!shown?.querySelector("input:not([type=hidden]), select, textarea")) return
    const found = readKept(keptAs(prefix, new FormData(shown)))
    setKept(found?.values?.[REST] ? { values: { ...first.current, ...found.values } } : found)
    const keep = () => {
      // What is being sent is not kept, and what is saved elsewhere need not be.
      if (!words.current || shown.matches("[aria-busy]")) return
      const data = shown.dataset.kept ? filesOf(shown) : new FormData(shown)
      if (data && hasWords(shown)) keepInWindow(data, words.current)
      else forgetKept(words.current)
    }
    addEventListener("pagehide", keep)
    return () => {
      removeEventListener("pagehide", keep)
      keep()
    }
  }, [prefix, form])
  /**
   * Words are what nobody likes to write twice: a form is kept once some are typed, if it says what it is about, so that they
   * do not come up about something else. One that names what it is about in `ABOUT_FIELD` is kept whatever is typed into it.
   * A draft is kept by the server.
   */
  const touch = useCallback(
    ({ target, currentTarget }: InputEvent<HTMLFormElement>) => {
      if (!(target instanceof HTMLTextAreaElement || isAbout(currentTarget))) return
      const data = new FormData(currentTarget)
      if ((data.get("id") || isAbout(currentTarget)) && !data.has("draft")) words.current = keptAs(prefix, data)
    },
    [prefix],
  )
  const forget = useCallback(() => {
    words.current = undefined
    setKept(undefined)
  }, [])
  return { kept, touch, forget }
}

/** What goes with words that are saved: the files that were sent ahead. */
function filesOf(form: HTMLFormElement): FormData | undefined {
  const data = new FormData(form)
  if (!data.has("uploads[]")) return undefined
  data.delete("text")
  data.set(REST, "true")
  return data
}

const isAbout = (form: HTMLFormElement) => form.elements.namedItem(ABOUT_FIELD) !== null

const ANY_WORDS = "textarea, input[type=text], input[type=tel], input[type=email]"

function hasWords(form: HTMLFormElement): boolean {
  const fields = form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(isAbout(form) ? ANY_WORDS : "textarea")
  return [...fields].some((it) => it.value.trim() !== "")
}
