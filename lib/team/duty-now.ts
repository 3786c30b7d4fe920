import { isIn, type Person } from "@/lib/assignment/person"

export const DUTY_STATES = ["on_shift", "on_call", "off_shift", "away", "absent"] as const

/** What somebody is doing just now, until when, or when they come next. */
export interface DutyNow {
  state: (typeof DUTY_STATES)[number]
  from: Date | null
  until: Date | null
}

type Windows = Pick<Person, "available" | "shift" | "onCall" | "absence">

/** Whoever has no shift at all works whenever they are available; one that is over means that none is near. */
export function dutyNow({ available, shift, onCall, absence }: Windows, at: number): DutyNow {
  if (absence && isIn(absence, at)) return until("absent", absence.until)
  if (available && shift && isIn(shift, at)) return until("on_shift", shift.until)
  if (onCall && isIn(onCall, at)) return until("on_call", onCall.until)
  if (!available) return until("away")
  if (!shift) return until("on_shift")
  return { state: "off_shift", from: shift.from > at ? new Date(shift.from) : null, until: null }
}

const until = (state: DutyNow["state"], end?: number): DutyNow => ({
  state,
  from: null,
  until: end === undefined ? null : new Date(end),
})
