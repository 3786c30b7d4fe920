import { OPEN_END } from "@/lib/dispatch/rosters/open-end"
import type { Category } from "@/lib/model/category"
import type { Level, Levels } from "@/lib/model/level"
import type { WorkingRole } from "@/lib/model/role"
import type { Span } from "@/lib/platform/calendar/local-time"

/** A member of staff as assignment sees them: what the roster says, and their load at this moment. */
export interface Candidate {
  id: string
  number: number
  name: string
  role: WorkingRole
  /** Has to set up two-factor authentication first, and can open nothing until then. */
  mustEnrol?: boolean
  /** Their own switch that says they take new requests. */
  available: boolean
  capacity: number
  categories: readonly Category[]
  levels: Levels
  areas: readonly string[]
  /** The shift that is on or comes next; undefined for people without a roster, who work whenever they are available. */
  shift: Span | undefined
  onCall: Span | undefined
  absence: Span | undefined
  open: number
  weight: number
  /** How many of the open requests are emergencies. */
  emergencies: number
  turn: number
}

export const levelOf = ({ categories, levels }: Candidate, category: Category): Level | 0 =>
  categories.includes(category) ? (levels[category] ?? 1) : 0

export const isIn = (span: Span | undefined, at: number): boolean =>
  span !== undefined && span.from <= at && at < span.until

type DutyWindows = Pick<Candidate, "available" | "shift" | "onCall" | "absence">

export const isOnShift = ({ shift }: DutyWindows, at: number): boolean => shift === undefined || isIn(shift, at)

/**
 * When somebody who is absent or off shift is there again, in milliseconds since 1970; undefined while they are not
 * available or when their next shift, or the end of their absence, is not known.
 */
export function backAt({ available, shift, absence }: DutyWindows, at: number): number | undefined {
  const begins = Math.max(at, shift?.from ?? at)
  const from = isIn(absence, begins) ? (absence?.until ?? begins) : begins
  return available && from > at && from < +OPEN_END && (!shift || from < shift.until) ? from : undefined
}

/** On duty: available and on shift (or without a roster), or on call; and neither absent nor still to enrol. */
export const isOnDuty = (candidate: DutyWindows & Pick<Candidate, "mustEnrol">, at: number): boolean =>
  !candidate.mustEnrol &&
  !isIn(candidate.absence, at) &&
  ((candidate.available && isOnShift(candidate, at)) || isIn(candidate.onCall, at))
