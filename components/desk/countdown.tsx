"use client"

import { useEffect, useState } from "react"
import { classes } from "@/components/ui/style"

interface CountdownProps {
  /** In milliseconds since 1970, by the server's clock. */
  until: number
  /** How many milliseconds there were until then when the server said so. */
  left: number
}

/**
 * How long there still is. Counted from what the server said was left, since clocks of browsers may be wrong; the words
 * beside it say the same to those who hear the page, once.
 */
export function Countdown({ until, left }: CountdownProps) {
  const [now, setNow] = useState<number>()
  useEffect(() => {
    const end = endOf(until, left)
    const tick = () => setNow(Math.max(0, Math.ceil((end - performance.now()) / 1000)))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until, left])
  const isCounted = now !== undefined
  // Its room is kept until scripts run, so that no line breaks anew and moves what somebody is about to press.
  return (
    <span aria-hidden className={classes("inline-block max-w-full tabular-nums", !isCounted && "invisible")}>
      ({inWords(isCounted ? now : Math.ceil(left / 1000))})
    </span>
  )
}

const inWords = (seconds: number): string =>
  seconds > 0 ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")} left` : "time is up"

/**
 * Each end on the browser's stopwatch, the earliest that was told: what the server said was left is not true any more on
 * the next page, and the stopwatch may stand still while a computer sleeps.
 */
const ends = new Map<number, number>()

function endOf(until: number, left: number): number {
  const end = Math.min(ends.get(until) ?? Number.POSITIVE_INFINITY, performance.now() + left)
  ends.set(until, end)
  return end
}
