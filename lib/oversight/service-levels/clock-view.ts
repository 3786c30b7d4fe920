import type { Reading } from "./clock-state"
import type { ClockSegment, ClockSummary } from "./contract"
import { counts, lengthOf, type Segment } from "./time-segments"

export const date = (moment: number | null) => (moment === null ? null : new Date(moment))

export const inShort = ({
  startedAt,
  dueAt,
  metAt,
  segments: _all,
  warnAt: _later,
  ...reading
}: Reading): ClockSummary => ({
  ...reading,
  startedAt: new Date(startedAt),
  dueAt: date(dueAt),
  metAt: date(metAt),
})

export const told = (segment: Segment): ClockSegment => ({
  from: new Date(segment.from),
  until: new Date(segment.until),
  why: segment.why,
  counts: counts(segment),
  duration: lengthOf(segment),
})
