"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"

const BETWEEN_LOOKS = 5000

/**
 * Asks every few seconds, while the page is in sight, which checks there are, and for the page anew when they are not
 * those shown. Whether the server can be reached at all is said by the emergencies above.
 */
export function useFreshChecks(shown: string): void {
  const router = useRouter()
  useEffect(() => {
    let [isOver, isLooking] = [false, false]
    async function look() {
      if (isLooking || document.visibilityState !== "visible") return
      isLooking = true
      const found = await idsNow()
      isLooking = false
      if (!isOver && found !== undefined && found !== shown) router.refresh()
    }
    const timer = setInterval(look, BETWEEN_LOOKS)
    return () => {
      isOver = true
      clearInterval(timer)
    }
  }, [shown, router])
}

/** Nothing when the server cannot be asked just now. */
async function idsNow(): Promise<string | undefined> {
  try {
    const response = await fetch("/api/v1/danger-checks?limit=100", {
      cache: "no-store",
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) return undefined
    const { items }: { items: { id: string }[] } = await response.json()
    return items.map(({ id }) => id).join()
  } catch {
    return undefined
  }
}
