import { dayOf, nextDay } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"

export interface Range {
  from: string
  to: string
}

const USUAL = 30
const DAY = 86_400_000

const before = (day: string, days: number): string => new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10)

/** The days of a report, in the utility's time zone: the last thirty unless others are asked for. */
export function rangeOf({ from, to }: Partial<Range>, now = Date.now()): Range {
  const until = to ?? dayOf(now, env().TIME_ZONE)
  const since = from ?? before(until, USUAL - 1)
  // A range never runs backwards, not even from days to come.
  return until < since ? { from: since, to: since } : { from: since, to: until }
}

export function daysIn({ from, to }: Range): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = nextDay(day)) days.push(day)
  return days
}

/** The Monday of the week of a day. */
export const mondayOf = (day: string): string => before(day, (new Date(day).getUTCDay() + 6) % 7)

/** The weeks, from Monday to Sunday, as far as they lie in the range. */
export function weeksIn({ from, to }: Range): Range[] {
  const weeks: Range[] = []
  for (let start = from; start <= to; start = before(mondayOf(start), -7)) {
    const end = before(mondayOf(start), -6)
    weeks.push({ from: start, to: end < to ? end : to })
  }
  return weeks
}
