"use client"

import { useEffect } from "react"

/** Asks whoever follows a link of this window, while something is going on, whether they mean to. */
export function useLeaving(question: string | undefined): void {
  useEffect(() => {
    if (question === undefined) return
    const ask = (event: MouseEvent) => {
      const link = (event.target as Element | null)?.closest<HTMLAnchorElement>("a[href]")
      if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
      const staysHere = link.target === "_blank" || link.hasAttribute("download") || link.pathname === location.pathname
      if (staysHere || confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    addEventListener("click", ask, true)
    return () => removeEventListener("click", ask, true)
  }, [question])
}
