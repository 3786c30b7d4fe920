"use client"

import { useEffect, useRef, useState } from "react"

/** What a screen reader says of checks that have come since the page was opened; each is told once. */
export function useCheckNews(checks: readonly { id: string; title: string }[]): string {
  const told = useRef<Set<string>>(undefined)
  const [news, setNews] = useState("")
  useEffect(() => {
    const known = told.current
    const fresh = checks.filter(({ id }) => known && !known.has(id))
    told.current = new Set([...(known ?? []), ...checks.map(({ id }) => id)])
    if (fresh.length > 0) setNews(fresh.map(({ title }) => `Check for danger: ${title}.`).join(" "))
    if (checks.length === 0) setNews("")
  }, [checks])
  return news
}
