import type { Premises } from "@/lib/model/premises"
import type { Tells } from "@/lib/model/tells"
import type { Filer } from "./filer"
import { isSamePlace } from "./place"

/** An open emergency with a ladder of its own, which others can join. */
export interface OpenEmergency extends Filer {
  id: string
  premises: Premises
  /** When it was reported, in milliseconds since 1970. */
  at: number
  /** Somebody said that they have it, by account id; absent while it is on its way to somebody. */
  takenBy?: string
  /** What it tells of: of one that somebody has, what they know. */
  tells: readonly Tells[]
  /** A report whose words tell of harm, of which there may always be more than is known. */
  isOfHarm?: boolean
}

export interface Join {
  to: string
  because: "premises" | "filer"
}

/** Later than this, a report is about something new. */
const RECENT_MS = 12 * 3_600_000
/** So many emergencies of one filer are escalated on their own. */
const OWN = 2
/** So many of one wider network, where several may live. */
const WIDER = 9
/**
 * Of a source with fewer open ones, what is reported while somebody is on the way to the others is escalated on its own, and
 * so is what tells of people who are unwell or in need, at any time.
 */
export const FEW = 10

/**
 * Which emergency a new one joins instead of being escalated on its own: the first at the same premises within 12 hours,
 * unless it tells of more than whoever has that one knows; otherwise, when its filer has two open ones of that time already or
 * its wider network nine, the first of those that wait for somebody. Many may share a network, so that a report from another
 * place is swallowed by nothing that is being dealt with, nor by anything when people are in need there, unless there are very
 * many. Undefined when it joins none. `open` is in the order of reporting.
 */
export function joinOf(open: readonly OpenEmergency[], report: OpenEmergency): Join | undefined {
  const recent = open.filter(({ at }) => report.at - at < RECENT_MS)
  const same = recent.find((it) => isSamePlace(it.premises, report.premises) && !tellsMore(it, report))
  if (same) return { to: same.id, because: "premises" }
  const isGrave = report.isOfHarm === true || report.tells.includes("unwell")
  const first =
    firstOf(recent, "filer", report.filer, isGrave ? FEW : OWN) ??
    firstOf(recent, "widerFiler", report.widerFiler, isGrave ? FEW : WIDER)
  return first && { to: first.id, because: "filer" }
}

const tellsMore = ({ takenBy, tells: known }: OpenEmergency, { tells, isOfHarm }: OpenEmergency): boolean =>
  takenBy !== undefined && (isOfHarm === true || !tells.every((it) => known.includes(it)))

/** The emergency that another of a filer joins who has at least so many. */
function firstOf(open: readonly OpenEmergency[], by: keyof Filer, name: string | undefined, least: number) {
  const theirs = name === undefined ? [] : open.filter((it) => it[by] === name)
  if (theirs.length < least) return undefined
  return theirs.find(({ takenBy }) => takenBy === undefined) ?? (theirs.length < FEW ? undefined : theirs[0])
}
