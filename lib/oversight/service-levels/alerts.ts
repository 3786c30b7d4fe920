import type { Target } from "@/lib/model/target"
import { type ClockReading, isPending, nearestDue } from "./clock-state"

/** Alerts of a request that were sent before. */
export interface SentAlerts {
  warned: readonly string[]
  breached: readonly string[]
}

/** New alerts of a request, and when to look again. */
export interface Alerts {
  warn: ClockReading[]
  breach: ClockReading[]
  /** When there may be something to say again, unless something happens before. */
  checkAt: number | null
  /** When the next unmet target is due: an ISO time, `infinity` while that is unknown, null when all are met. */
  dueAt: string | null
}

/** The latest next look, for due times too far away to compute. */
const FAR = 28 * 86_400_000

/** The warnings and breaches at a moment that were not sent before, and when to look again. */
export function decideAlerts(readings: readonly ClockReading[], { warned, breached }: SentAlerts, now: number): Alerts {
  const isNew = (said: readonly string[], target: Target) => !said.includes(target)
  const breach = readings.filter(({ state, target }) => state === "breached" && isNew(breached, target))
  const open = readings.filter((it) => isPending(it) && it.state !== "breached")
  const isWarning = ({ warnAt }: ClockReading) => warnAt !== null && warnAt <= now
  const warn = open.filter((it) => isWarning(it) && isNew(warned, it.target))
  return { warn, breach, checkAt: nextLook(open, now), dueAt: nextDue(readings) }
}

function nextDue(readings: readonly ClockReading[]): string | null {
  const next = nearestDue(readings)
  if (!next) return null
  return next.dueAt === null ? "infinity" : new Date(next.dueAt).toISOString()
}

function nextLook(open: readonly ClockReading[], now: number): number | null {
  const moments = open.flatMap(({ state, warnAt, dueAt }) => {
    if (state === "paused") return []
    return [warnAt, dueAt ?? now + FAR].filter((moment) => moment !== null && moment > now) as number[]
  })
  return moments.length > 0 ? Math.min(...moments) : null
}
