import { env } from "@/lib/runtime/env"

const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const
const SECOND = { ...HOUR, second: "2-digit" } as const
const YEAR = { year: "numeric" } as const
const DAY = { day: "numeric", month: "short" } as const
const WHOLE_DAY = { ...DAY, ...YEAR } as const
const DIGITS = { day: "2-digit", month: "2-digit", year: "numeric" } as const

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
      {dateOnly ? day : `${format(moment, HOUR)} ${day}`}
    </time>
  )
}

/** A moment in few words, for lists: "14:19 today", "09:00 4 Dec". */
export function shortMoment(value: Date | string): string {
  const [moment, now] = [new Date(value), new Date()]
  const day = Math.abs(calendarDay(moment) - calendarDay(now)) < 2 ? dayInWords(moment, now) : shortDay(moment, now)
  return `${format(moment, HOUR)} ${day}`
}

function shortDay(moment: Date, now: Date): string {
  const isThisYear = format(moment, YEAR) === format(now, YEAR)
  return format(moment, isThisYear ? DAY : WHOLE_DAY)
}

/** The day as words, for lists that have their text made ready. */
export const dayText = (value: Date | string): string => dayInWords(new Date(value), new Date())

/** The time of day to the second, for what counts in seconds. */
export const clockTime = (moment: Date): string => format(moment, SECOND)

function dayInWords(moment: Date, now: Date): string {
  switch (calendarDay(moment) - calendarDay(now)) {
    case 0:
      return "today"
    case -1:
      return "yesterday"
    case 1:
      return "tomorrow"
    default:
      return format(moment, WHOLE_DAY)
  }
}

/** Days are counted on the calendar: when clocks change, one lasts 23 or 25 hours. */
function calendarDay(moment: Date): number {
  const [day, month, year] = format(moment, DIGITS).split("/").map(Number)
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day) / 86_400_000
}

const formats = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>()

/** Formatters are slow to make and a list needs many: one for each of the constants above. */
function format(moment: Date, parts: Intl.DateTimeFormatOptions): string {
  const known = formats.get(parts) ?? new Intl.DateTimeFormat("en-GB", { ...parts, timeZone: env().TIME_ZONE })
  formats.set(parts, known)
  return known.format(moment)
}
