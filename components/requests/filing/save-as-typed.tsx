"use client"

import { useRouter } from "next/navigation"
import { useContext, useEffect, useRef, useState } from "react"
import { forgetTyped, rememberTyped, type StepSeen, typedSince } from "@/components/requests/filing/just-typed"
import { savedInWords } from "@/components/requests/saved-in-words"
import { FormContext } from "@/components/ui/form-context"
import { jsonHeaders } from "@/components/ui/json-headers"
import { keepFormInWindow } from "@/components/ui/kept-typed"
import { thisWindow } from "@/components/ui/this-window"
import { typedValues } from "@/lib/http/form-state"

const PAUSE = 1000

const STALE = "this page was changed in another window. Select “Save and continue” to see both."

/** What a form carries that nobody types. */
const CARRIED = new Set(["draft", "version", "window", "return"])

/** Saves the form it stands in while people type: after a pause, on leaving a field, and on leaving the page. */
export function SaveAsTyped({ id, version, step }: StepSeen) {
  const here = useRef<HTMLParagraphElement>(null)
  const [news, setNews] = useState("")
  const { pending, prefix, values } = useContext(FormContext)
  const router = useRouter()
  const seen = useRef(version)
  const submitted = useRef(false)
  seen.current = Number(values.version ?? version)
  if (!pending) submitted.current = false

  useEffect(() => {
    const form = here.current?.closest("form")
    if (!form) return
    const path = `/requests/new/${id}/typed`
    const seenNow = () => ({ id, step, version: seen.current })
    let saved = typedSince(seenNow())?.saved === false ? "" : JSON.stringify(wordsIn(form))
    let timer: ReturnType<typeof setTimeout> | undefined
    let wrote = false

    async function flush() {
      clearTimeout(timer)
      if (!form || submitted.current) return
      const typed = wordsIn(form)
      const now = JSON.stringify(typed)
      if (now === saved) return
      saved = now
      wrote = true
      const arrived = rememberTyped(seenNow(), typed)
      const body = JSON.stringify({ version: seen.current, window: thisWindow(), step, typed })
      const answer = await fetch(path, { method: "POST", headers: jsonHeaders(), body, keepalive: true }).catch(
        () => undefined,
      )
      if (answer?.ok) arrived((await answer.json()).version)
      else saved = ""
      if (answer?.status === 401) keepFormInWindow(form, prefix)
      setNews(savedInWords(answer?.status, STALE))
    }
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(flush, PAUSE)
    }
    const submits = () => {
      clearTimeout(timer)
      submitted.current = true
      forgetTyped(seenNow())
    }
    const leave = () => void flush()
    form.addEventListener("input", later)
    form.addEventListener("focusout", leave)
    form.addEventListener("submit", submits)
    window.addEventListener("pagehide", leave)
    return () => {
      form.removeEventListener("input", later)
      form.removeEventListener("focusout", leave)
      form.removeEventListener("submit", submits)
      window.removeEventListener("pagehide", leave)
      const kept = flush()
      // Going back would show the page as it was before.
      if (wrote && !submitted.current) void kept.then(() => router.refresh())
    }
  }, [id, step, prefix, router])

  return (
    <p ref={here} role="status" className="min-h-6 text-sm text-muted">
      {news}
    </p>
  )
}

function wordsIn(form: HTMLFormElement) {
  return Object.fromEntries(Object.entries(typedValues(new FormData(form))).filter(([name]) => !CARRIED.has(name)))
}
