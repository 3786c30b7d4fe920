import { env } from "@/lib/runtime/env"

interface TimeProps {
  value: Date | string
  /** Leaves the hour out. */
  dateOnly?: boolean
}

/** A moment in the utility's own time, in plain words: it is the same for everybody who talks about it. */
export function Time({ value, dateOnly = false }: TimeProps) {
  const moment = new Date(value)
  const day = dayInWords(moment, new Date())
  return (
    <time dateTime={moment.toISOString()} className="inline-block max-w-full">
      {dateOnly ? day : `${format(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })} ${day}`}
    </time>
  )
}

/** A moment in few words, for lists: "14:19 today", "09:00 4 Dec". */
export function shortMoment(value: Date | string): string {
  const [moment, now] = [new Date(value), new Date()]
  const day = Math.abs(calendarDay(moment) - calendarDay(now)) < 2 ? dayInWords(moment, now) : shortDay(moment, now)
  return `${format(moment, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" })} ${day}`
}

function shortDay(moment: Date, now: Date): string {
  const isThisYear = format(moment, { year: "numeric" }) === format(now, { year: "numeric" })
  return format(moment, { day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }) })
}

/** The day as words, for lists that have their text made ready. */
export const dayText = (value: Date | string): string => dayInWords(new Date(value), new Date())

/** The time of day to the second, for what counts in seconds. */
export const clockTime = (moment: Date): string =>
  format(moment, { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" })

function dayInWords(moment: Date, now: Date): string {
  switch (calendarDay(moment) - calendarDay(now)) {
    case 0:
      return "today"
    case -1:
      return "yesterday"
    case 1:
      return "tomorrow"
    default:
      return format(moment, { day: "numeric", month: "short", year: "numeric" })
  }
}

/** Days are counted on the calendar: when clocks change, one lasts 23 or 25 hours. */
function calendarDay(moment: Date): number {
  const [day, month, year] = format(moment, { day: "2-digit", month: "2-digit", year: "numeric" })
    .split("/")
    .map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formatters are slow to make and a list needs many. */
function format(moment: Date, parts: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify(parts)
  const known = formats.get(key) ?? new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: env().TIME_ZONE })
  formats.set(key, known)
  return known.format(moment)
}
