import type { WeeklyShift } from "@/lib/dispatch/rosters/shift"
import { dayBefore, momentOf, nextDay, type Span, weekdayOf } from "@/lib/platform/calendar/local-time"
import type { PlannedDay, PlannedShift } from "./contract"

/** A day on the calendar of the utility. `until` is where the next one begins. */
export interface CalendarDay extends Span {
  day: string
  next: string
  weekday: number
}

/** The seven days from the Monday of the week in which a day lies. */
export function weekOf(day: string, zone: string): CalendarDay[] {
  let monday = day
  while (weekdayOf(monday) !== 1) monday = dayBefore(monday)
  return daysFrom(monday, 7, zone)
}

function daysFrom(first: string, count: number, zone: string): CalendarDay[] {
  let day = first
  return Array.from({ length: count }, () => {
    const [today, next] = [day, nextDay(day)]
    day = next
    return {
      ...{ day: today, next },
      weekday: weekdayOf(today),
      from: momentOf(today, "00:00", zone),
      until: momentOf(next, "00:00", zone),
    }
  })
}

/** The day before a week: what begins on it may go on into the week. */
export const eveOf = ([monday]: readonly CalendarDay[], zone: string): CalendarDay[] =>
  monday ? daysFrom(dayBefore(monday.day), 1, zone) : []

const HOUR = 3_600_000

/** The hours of a day as its clock strikes them: 24, or 23 or 25 when clocks change. */
export const hoursOf = ({ from, until }: Span): Span[] =>
  Array.from({ length: Math.ceil((until - from) / HOUR) }, (_, i) => ({
    from: from + i * HOUR,
    until: Math.min(from + (i + 1) * HOUR, until),
  }))

/** The shifts that start on a day. On holidays none does, and people are on call all the same. */
export function shiftsOn(
  { day, next, weekday }: CalendarDay,
  plan: readonly WeeklyShift[],
  zone: string,
  isHoliday: boolean,
): PlannedShift[] {
  return (
    plan
      .filter((it) => it.weekday === weekday && !(isHoliday && it.duty === "shift"))
      .map(({ duty, startsAt, endsAt }) => ({
        ...{ duty, startsAt, endsAt },
        from: new Date(momentOf(day, startsAt, zone)),
        until: new Date(momentOf(endsAt > startsAt ? day : next, endsAt, zone)),
      }))
      // A shift within the hour that the clock skips in spring is empty.
      .filter(({ from, until }) => from < until)
  )
}

export function absentOn({ from, until }: Span, absences: readonly Span[]): PlannedDay["absent"] {
  const left = spansWithout([{ from, until }], absences)
  if (left.length === 0) return "all"
  return left.length === 1 && left[0]?.from === from && left[0]?.until === until ? "no" : "part"
}

/** What is left of these spans without those. */
export const spansWithout = (spans: readonly Span[], others: readonly Span[]): Span[] =>
  others.reduce<Span[]>(
    (left, { from, until }) =>
      left.flatMap((span) =>
        from >= span.until || until <= span.from
          ? [span]
          : [
              { from: span.from, until: from },
              { from: until, until: span.until },
            ].filter((it) => it.from < it.until),
      ),
    [...spans],
  )
