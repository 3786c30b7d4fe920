import type { Duty } from "@/lib/model/duty"
import type { Weekly } from "@/lib/platform/calendar/weekly"

/** What comes every week for one person: a shift, or a time on call. */
export interface Shift extends Weekly {
  duty: Duty
}

const DAY = 1440
const WEEK = 7 * DAY

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** From when to when in minutes of the week; one that goes on over the end of Sunday ends in the next. */
function minutesOf({ weekday, startsAt, endsAt }: Weekly): [number, number] {
  const [start, end] = [minuteOf(startsAt), minuteOf(endsAt)]
  const from = (weekday - 1) * DAY + start
  return [from, from + (end > start ? end - start : DAY + end - start)]
}

/** Where in the list the first is that overlaps one before it of the same duty; -1 where there is none. */
export function overlapIn(shifts: readonly Shift[]): number {
  return shifts.findIndex((shift, i) =>
    shifts.slice(0, i).some((other) => other.duty === shift.duty && overlap(minutesOf(other), minutesOf(shift))),
  )
}

const overlap = ([a, b]: [number, number], [from, until]: [number, number]): boolean =>
  [-WEEK, 0, WEEK].some((later) => a < until + later && from + later < b)
