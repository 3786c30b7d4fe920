import { Temporal } from "@js-temporal/polyfill"

/** A span of time in milliseconds since 1970. `until` is not part of it. */
export interface Span {
  from: number
  until: number
}

/** A cache, because the same days are converted again and again and each conversion is slow. */
const known = new Map<string, number>()
const MOST_KNOWN = 20_000

/**
 * Converts a local date and time to a moment. A time that the clock skips in spring becomes the moment of the skip; of a
 * time that comes twice in autumn the first is meant.
 *
 * @param day such as 2026-03-29
 * @param time such as 08:30
 * @returns milliseconds since 1970
 */
export function momentOf(day: string, time: string, zone: string): number {
  const key = `${day}T${time}[${zone}]`
  const found = known.get(key)
  if (found !== undefined) return found
  const moment = readClock(key)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(key, moment)
  return moment
}

function readClock(wanted: string): number {
  const found = Temporal.ZonedDateTime.from(wanted)
  const isSkipped = !found.toString().startsWith(wanted.slice(0, wanted.indexOf("[")))
  // For the first skipped minute, `found` is the moment of the transition itself, and only a later one has it as previous.
  const skip = isSkipped ? found.add({ nanoseconds: 1 }).getTimeZoneTransition("previous") : found
  return (skip ?? found).epochMilliseconds
}

/** The local date of a moment, such as 2026-03-29. */
export const dayOf = (moment: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString()

export const nextDay = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/** The ISO weekday of a date: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek
