import type { Duty } from "@/lib/model/duty"
import type { Weekly } from "@/lib/platform/calendar/weekly"

/** A shift, or a time on call, that one person has every week. */
export interface WeeklyShift extends Weekly {
  duty: Duty
}

const DAY = 1440
const WEEK = 7 * DAY

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** Start and end in minutes of the week; a shift over the end of Sunday ends in the next week. */
function minutesOf({ weekday, startsAt, endsAt }: Weekly): [number, number] {
  const [start, end] = [minuteOf(startsAt), minuteOf(endsAt)]
  const from = (weekday - 1) * DAY + start
  return [from, from + (end > start ? end - start : DAY + end - start)]
}

/** The index of the first shift that overlaps an earlier one of its duty; -1 when there is none. */
export function overlapIn(shifts: readonly WeeklyShift[]): number {
  return shifts.findIndex((shift, i) =>
    shifts.slice(0, i).some((other) => other.duty === shift.duty && overlap(minutesOf(other), minutesOf(shift))),
  )
}

const overlap = ([a, b]: [number, number], [from, until]: [number, number]): boolean =>
  [-WEEK, 0, WEEK].some((later) => a < until + later && from + later < b)
