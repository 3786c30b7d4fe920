"use client"

import { useEffect, useRef } from "react"
import { nameWhatIsSent } from "@/components/ui/name-what-is-sent"
import { ONCE_FIELD } from "@/lib/http/form-state"

/** In a form that makes something: it is made once, also when it is sent again since no answer came. */
export function SentOnce() {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => nameWhatIsSent(place.current?.closest("form"), ONCE_FIELD), [])
  return <span ref={place} hidden />
}
