import { backAt, type Candidate, isIn, isOnShift } from "@/lib/dispatch/assignment/candidate"
import type { Span } from "@/lib/platform/calendar/local-time"
import type { DutyNow } from "./contract"
import { OPEN_END } from "./open-end"
import { isWithoutEnd } from "./window"
import { spansOf, type Windows } from "./windows"

/** Returns the state of a member of staff at a moment, from their columns. */
export const dutyOf = (row: Windows & { available: boolean; mustEnrol: boolean }, at = Date.now()): DutyNow =>
  dutyNow({ available: row.available, mustEnrol: row.mustEnrol, ...spansOf(row) }, at)

type DutyRoster = Pick<Candidate, "available" | "mustEnrol" | "shift" | "onCall" | "absence">

/** Returns the state of a member of staff with this roster at a moment. Without a shift they work whenever they are available. */
export function dutyNow(roster: DutyRoster, at: number): DutyNow {
  const { available, mustEnrol, shift, onCall, absence } = roster
  if (mustEnrol) return until("must_enrol")
  if (absence && isIn(absence, at)) return until("absent", absence.until < +OPEN_END ? absence.until : undefined)
  if (available && isOnShift(roster, at)) return until("on_shift", endOf(shift))
  if (onCall && isIn(onCall, at)) return until("on_call", endOf(onCall))
  if (!available) return until("away")
  const from = backAt(roster, at)
  return { state: "off_shift", from: from === undefined ? null : new Date(from), until: null }
}

const endOf = (span: Span | undefined): number | undefined =>
  span === undefined || isWithoutEnd(span) ? undefined : span.until

const until = (state: DutyNow["state"], end?: number): DutyNow => ({
  state,
  from: null,
  until: end === undefined ? null : new Date(end),
})
