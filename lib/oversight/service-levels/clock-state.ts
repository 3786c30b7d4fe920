import type { Category, Priority } from "@/lib/model/category"
import { TARGETS, type Target } from "@/lib/model/target"
import { begin, type Clock, follow, type Happening, runTo } from "./clock"
import { limitFor, type ServiceLevels, type TimeLimit } from "./service-levels"
import { countedIn, type Hold, joined, momentAfter, type Segment } from "./time-segments"
import { type Calendar, momentAhead, ROUND_THE_CLOCK } from "./working-calendar"

export const CLOCK_STATES = ["running", "paused", "met", "breached"] as const
export type ClockState = (typeof CLOCK_STATES)[number]

/** The state of a request's clock for one target at a moment. Times are milliseconds since 1970. */
export interface ClockReading extends TimeLimit {
  target: Target
  state: ClockState
  startedAt: number
  /** When the time is or was used up; null while paused, or when that is years away. */
  dueAt: number | null
  /** When three quarters of the time are used, which is when a warning is sent. */
  warnAt: number | null
  metAt: number | null
  /** Milliseconds of counted time. `remaining` is negative when late. */
  used: number
  remaining: number
  segments: readonly Segment[]
}

/** The facts about a request that its clocks are computed from. */
export interface RequestHistory {
  category: Category
  priority: Priority
  filedAt: number
  /** The hold from the start, if any. */
  hold?: Hold
  /** Oldest first. */
  events: readonly Happening[]
}

/** The promised service levels and the working hours of the utility. */
export interface ServiceTerms {
  levels: ServiceLevels
  working: Calendar
}

const MINUTE = 60_000
/** How much of the time may go by in silence. */
const WARNED_AT = 0.75

/** The state of every clock of a request at a moment, computed from its timeline alone. */
export const readClocks = (course: RequestHistory, terms: ServiceTerms, now: number): ClockReading[] =>
  TARGETS.map((target) => {
    const limit = limitFor(terms.levels, course, target)
    const calendar = calendarFor(limit, terms)
    const started = begin(target, course.filedAt, course.hold)
    const clock = course.events.reduce((at, event) => follow(at, event, calendar), started)
    return readClock(clock, limit, calendar, now)
  })

/** The calendar by which a limit counts time. */
export const calendarFor = ({ hours }: TimeLimit, { working }: ServiceTerms): Calendar =>
  hours === "always" ? ROUND_THE_CLOCK : working

/** The state of one clock at a moment. */
export function readClock(clock: Clock, limit: TimeLimit, calendar: Calendar, now: number): ClockReading {
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

/** The segments up to the due time if nothing happens before it; the counted ones add up to the whole limit. */
export const untilDue = (
  { state, startedAt, segments, dueAt }: ClockReading,
  calendar: Calendar,
): readonly Segment[] =>
  state === "running" && dueAt !== null
    ? joined(segments, calendar.between(segments.at(-1)?.until ?? startedAt, dueAt))
    : segments

/** A late clock stays `breached`, also when its target is met afterwards; `metAt` then says when. */
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

/** Whether a target has not been met, so that it has to be watched. */
export const isPending = ({ metAt }: ClockReading): boolean => metAt === null

/** The unmet target that is due first; paused ones come last. */
export function nearestDue(readings: readonly ClockReading[]): ClockReading | undefined {
  const when = ({ dueAt }: ClockReading) => dueAt ?? Number.POSITIVE_INFINITY
  return readings.filter(isPending).sort((a, b) => when(a) - when(b))[0]
}
