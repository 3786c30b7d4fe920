"use client"

import { useEffect, useState } from "react"

/**
 * How long there still is. Counted from what the server said was left, since clocks of browsers may be wrong; the words
 * beside it say the same to those who hear the page, once.
 */
export function Countdown({ left }: { left: number }) {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    const end = performance.now() + left
    const tick = () => setNow(Math.max(0, Math.ceil((end - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [left])
  if (now === undefined) return null
  return (
    <span aria-hidden className="whitespace-nowrap tabular-nums">
      ({now > 0 ? `${Math.floor(now / 60)}:${String(now % 60).padStart(2, "0")} left` : "time is over"})
    </span>
  )
}
