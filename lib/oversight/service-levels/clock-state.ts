import type { Category, Priority } from "@/lib/model/category"
import { TARGETS, type Target } from "@/lib/model/target"
import { begin, type Clock, follow, type Happening, runTo } from "./clock"
import { type Limit, limitFor, type ServiceLevels } from "./service-levels"
import { countedIn, type Hold, joined, momentAfter, type Segment } from "./time-segments"
import { type Calendar, momentAhead, ROUND_THE_CLOCK } from "./working-calendar"

export const CLOCK_STATES = ["running", "paused", "met", "breached"] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** How a request stands against one target at a moment. */
export interface Reading extends Limit {
  target: Target
  state: ClockState
  startedAt: number
  /** When all the time is used up, or was. Nothing while nobody knows: it is paused, or years away. */
  dueAt: number | null
  /** When most of it is, which is the time to say so. */
  warnAt: number | null
  metAt: number | null
  /** Of the time that counts, in milliseconds; less than nothing remains of what is late. */
  used: number
  remaining: number
  segments: readonly Segment[]
}

/** What service levels ask of a request's story. */
export interface Course {
  category: Category
  priority: Priority
  filedAt: number
  /** What it waited for when it was filed. */
  hold?: Hold
  /** Oldest first. */
  events: readonly Happening[]
}

/** What the utility promises, and the hours it works. */
export interface Terms {
  levels: ServiceLevels
  working: Calendar
}

const MINUTE = 60_000
/** How much of the time may go by in silence. */
const WARNED_AT = 0.75

/** All targets of a request as they stand at a moment, computed from its timeline alone. */
export const readAll = (course: Course, terms: Terms, now: number): Reading[] =>
  TARGETS.map((target) => {
    const limit = limitFor(terms.levels, course, target)
    const calendar = calendarFor(limit, terms)
    const started = begin(target, course.filedAt, course.hold)
    const clock = course.events.reduce((at, event) => follow(at, event, calendar), started)
    return read(clock, limit, calendar, now)
  })

export const calendarFor = ({ hours }: Limit, { working }: Terms): Calendar =>
  hours === "always" ? ROUND_THE_CLOCK : working

export function read(clock: Clock, limit: Limit, calendar: Calendar, now: number): Reading {
  const ran = runTo(clock, now, calendar)
  const allowed = limit.minutes * MINUTE
  const used = countedIn(ran.segments)
  const { target, segments, metAt } = ran
  return {
    ...limit,
    target,
    state: stateOf(ran, used >= allowed),
    startedAt: segments[0]?.from ?? ran.at,
    dueAt: momentOfUse(ran, allowed, calendar),
    warnAt: momentOfUse(ran, allowed * WARNED_AT, calendar),
    metAt: metAt ?? null,
    used,
    remaining: allowed - used,
    segments,
  }
}

/** The segments up to the moment it is due, if nothing happens before: those that count sum to all the time there is. */
export const untilDue = ({ state, startedAt, segments, dueAt }: Reading, calendar: Calendar): readonly Segment[] =>
  state === "running" && dueAt !== null
    ? joined(segments, calendar.between(segments.at(-1)?.until ?? startedAt, dueAt))
    : segments

/** Once late is always late: that it was met after all is told by when. */
function stateOf({ metAt, hold }: Clock, isLate: boolean): ClockState {
  if (isLate) return "breached"
  if (metAt !== undefined) return "met"
  return hold ? "paused" : "running"
}

function momentOfUse({ segments, at, hold }: Clock, amount: number, calendar: Calendar): number | null {
  const found = momentAfter(segments, amount)
  if ("moment" in found) return found.moment
  return hold ? null : (momentAhead(calendar, at, found.rest) ?? null)
}

/** What a request has to be watched for: whatever has not been met yet. */
export const isPending = ({ metAt }: Reading): boolean => metAt === null

/** Of what is still to be met, the target that is late or due first; one that is paused comes last. */
export function nearest(readings: readonly Reading[]): Reading | undefined {
  const when = ({ dueAt }: Reading) => dueAt ?? Number.POSITIVE_INFINITY
  return readings.filter(isPending).sort((a, b) => when(a) - when(b))[0]
}
