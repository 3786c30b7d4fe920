"use client"

import { usePathname, useSearchParams } from "next/navigation"
import { useEffect, useState } from "react"

/** Shows that a link is being followed. It is seen after 300 ms, so that what is quick does not flicker. */
export function Progress() {
  const [from, setFrom] = useState<string>()
  const here = `${usePathname()}?${useSearchParams()}`
  useEffect(() => {
    function follow(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest("a") : null
      if (!link || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
      if (link.target || link.download || link.hasAttribute("download") || link.origin !== location.origin) return
      const asked = `${link.pathname}${link.search}`
      if (asked !== `${location.pathname}${location.search}`) setFrom(here)
    }
    document.addEventListener("click", follow)
    return () => document.removeEventListener("click", follow)
  }, [here])
  if (from !== here) return null
  return (
    <div role="progressbar" aria-label="Loading" className="fixed inset-x-0 top-0 z-30 h-1 overflow-hidden">
      <div className="progress h-full bg-accent" />
    </div>
  )
}
