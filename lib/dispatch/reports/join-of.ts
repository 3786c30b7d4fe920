import type { Premises } from "@/lib/model/premises"
import { isSamePlace } from "./place"

/** An open emergency with a ladder of its own, which others can join. */
export interface OpenEmergency {
  id: string
  /** Undefined when who reported it cannot be told any more. */
  filer: string | undefined
  premises: Premises
  /** When it was reported, in milliseconds since 1970. */
  at: number
  /** Somebody said that they have it, by account id; absent while it is on its way to somebody. */
  takenBy?: string
}

export interface Join {
  to: string
  because: "premises" | "filer"
}

/** Later than this, a report is about something new. */
const RECENT_MS = 12 * 3_600_000
/** So many emergencies of one filer are escalated on their own. */
const OWN = 2

/**
 * Which emergency a new one joins instead of being escalated on its own: the first at the same premises within 12 hours;
 * otherwise the first of its filer when they have two open ones of that time already. Undefined when it joins none. `open` is in the order
 * of reporting.
 */
export function joinOf(open: readonly OpenEmergency[], report: OpenEmergency): Join | undefined {
  const recent = open.filter(({ at }) => report.at - at < RECENT_MS)
  const same = recent.find(({ premises }) => isSamePlace(premises, report.premises))
  if (same) return { to: same.id, because: "premises" }
  const theirs = report.filer === undefined ? [] : recent.filter(({ filer }) => filer === report.filer)
  const [first] = theirs
  return first && theirs.length >= OWN ? { to: first.id, because: "filer" } : undefined
}
