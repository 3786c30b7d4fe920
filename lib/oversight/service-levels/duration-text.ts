import type { Hours } from "./service-levels"

const MINUTES_OF = { d: 1440, h: 60, m: 1 } as const
type Unit = keyof typeof MINUTES_OF

const PART = /(\d+(?:[.,]\d+)?)\s*(d|days?|h|hrs?|hours?|m|mins?|minutes?)(?![a-z])[\s,]*/giy

export interface DurationTyped {
  minutes: number
  /** Days were named, which say how long it takes round the clock, and not how many working hours. */
  namesDays: boolean
}

/** Reads "4 h", "1 h 30 min", "1.5 hours" or "2 d"; undefined for anything else. */
export function readDuration(text: string): DurationTyped | undefined {
  const rest = text.trim()
  let [minutes, end, namesDays] = [0, 0, false]
  for (const [part, number = "", word = ""] of rest.matchAll(PART)) {
    const unit = word.charAt(0).toLowerCase() as Unit
    minutes += Number(number.replace(",", ".")) * MINUTES_OF[unit]
    namesDays ||= unit === "d"
    end += part.length
  }
  return end > 0 && end === rest.length ? { minutes, namesDays } : undefined
}

/** A duration as it is typed: whole days round the clock as "2 d", anything else as "4 h", "30 min" or "1 h 30 min". */
export function durationText(minutes: number, hours: Hours): string {
  if (hours === "always" && minutes % MINUTES_OF.d === 0) return `${minutes / MINUTES_OF.d} d`
  const [whole, rest] = [Math.floor(minutes / MINUTES_OF.h), minutes % MINUTES_OF.h]
  return [whole > 0 && `${whole} h`, rest > 0 && `${rest} min`].filter(Boolean).join(" ")
}
