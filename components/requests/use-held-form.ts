"use client"

import { type RefObject, useEffect, useState } from "react"

type Held = "waits" | "stopped" | undefined

/**
 * Holds what is sent by the form around a place until its files have arrived, and sends it then; unless one has failed, which
 * its sender has to see first. Returns what has become of it.
 */
export function useHeldForm(place: RefObject<HTMLElement | null>, isBusy: boolean, hasFailed: boolean): Held {
  const [submitter, setSubmitter] = useState<HTMLElement | null>()
  const [isStopped, setStopped] = useState(false)

  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      if (event.target !== place.current?.closest("form")) return
      setStopped(false)
      if (!isBusy) return
      event.preventDefault()
      event.stopPropagation()
      setSubmitter(event.submitter)
    }
    addEventListener("submit", hold, true)
    return () => removeEventListener("submit", hold, true)
  }, [place, isBusy])

  useEffect(() => {
    if (submitter === undefined || isBusy) return
    setSubmitter(undefined)
    setStopped(hasFailed)
    if (!hasFailed) place.current?.closest("form")?.requestSubmit(submitter)
  }, [place, submitter, isBusy, hasFailed])

  if (submitter !== undefined) return "waits"
  return isStopped ? "stopped" : undefined
}
