import { Temporal } from "@js-temporal/polyfill"

/** A stretch of time in milliseconds since 1970, its end left out. */
export interface Span {
  from: number
  until: number
}

/** Every day is asked for again and again, and a time zone takes long to ask. */
const known = new Map<string, number>()
const MOST_KNOWN = 20_000

/**
 * The moment at which a clock on the wall there shows this. A time that is skipped in spring is when the clock skips it;
 * of a time that comes twice in autumn the first is meant.
 *
 * @param day such as 2026-03-29
 * @param time such as 08:30
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
  // Where what was meant begins to be skipped, what was found is that moment itself.
  const skip = isSkipped ? found.add({ nanoseconds: 1 }).getTimeZoneTransition("previous") : found
  return (skip ?? found).epochMilliseconds
}

/** The day on the calendar there, such as 2026-03-29. */
export const dayOf = (moment: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).toPlainDate().toString()

export const nextDay = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

export const dayBefore = (day: string): string => Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: string): number => Temporal.PlainDate.from(day).dayOfWeek
