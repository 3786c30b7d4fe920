import type { ClockReading } from "./clock-state"
import type { ClockSegment, ClockSummary } from "./contract"
import { durationOf, isCounted, type Segment } from "./time-segments"

const date = (moment: number | null) => (moment === null ? null : new Date(moment))

export const clockSummary = ({
  startedAt,
  dueAt,
  metAt,
  segments: _all,
  warnAt: _later,
  ...reading
}: ClockReading): ClockSummary => ({
  ...reading,
  startedAt: new Date(startedAt),
  dueAt: date(dueAt),
  metAt: date(metAt),
})

export const clockSegment = (segment: Segment): ClockSegment => ({
  from: new Date(segment.from),
  until: new Date(segment.until),
  why: segment.why,
  counts: isCounted(segment),
  duration: durationOf(segment),
})
