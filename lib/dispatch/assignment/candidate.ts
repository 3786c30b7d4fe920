import type { Category } from "@/lib/model/category"
import type { Level, Levels } from "@/lib/model/level"
import type { WorkingRole } from "@/lib/model/role"
import type { Span } from "@/lib/platform/calendar/local-time"

/** A member of staff as assignment sees them: what the roster says, and their load just now. */
export interface Candidate {
  id: string
  number: number
  name: string
  role: WorkingRole
  /** Can open nothing until they have set up the second factor that is required of them. */
  mustEnrol?: boolean
  /** Says themselves that they take new requests. */
  available: boolean
  capacity: number
  categories: readonly Category[]
  levels: Levels
  areas: readonly string[]
  /** The one that is on or comes next; nothing for people without a roster, who work whenever they are available. */
  shift: Span | undefined
  onCall: Span | undefined
  absence: Span | undefined
  open: number
  weight: number
  /** How many of the open ones are emergencies. */
  emergencies: number
  turn: number
}

export const levelOf = ({ categories, levels }: Candidate, category: Category): Level | 0 =>
  categories.includes(category) ? (levels[category] ?? 1) : 0

export const isIn = (span: Span | undefined, at: number): boolean =>
  span !== undefined && span.from <= at && at < span.until

type Windows = Pick<Candidate, "available" | "shift" | "onCall" | "absence">

export const isOnShift = ({ shift }: Windows, at: number): boolean => shift === undefined || isIn(shift, at)

/** When somebody who is absent or off shift is there again, as far as their roster is known; nothing while they are away. */
export function backAt({ available, shift, absence }: Windows, at: number): number | undefined {
  const begins = Math.max(at, shift?.from ?? at)
  const from = isIn(absence, begins) ? (absence?.until ?? begins) : begins
  return available && from > at && (!shift || from < shift.until) ? from : undefined
}

/** There and within their shift, if they have one, or on call. */
export const isOnDuty = (person: Windows & Pick<Candidate, "mustEnrol">, at: number): boolean =>
  !person.mustEnrol &&
  !isIn(person.absence, at) &&
  ((person.available && isOnShift(person, at)) || isIn(person.onCall, at))
