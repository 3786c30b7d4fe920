import { db } from "@/db/client"
import type { Actor } from "@/lib/model/actor"
import { authorize, may, permit } from "@/lib/model/policy"
import { calendarFor, nearest, type Reading, readAll, untilDue } from "./clock-state"
import type { ClockSegment, ClockSummary } from "./contract"
import { loadCourses } from "./load-histories"
import { counts, lengthOf, type Segment } from "./time-segments"

/** Each target of a request, with the stretches of time that its clock is made of. */
export async function listClocks(actor: Actor, { id }: { id: string }) {
  const { requests, terms, now } = await loadCourses(db, [id])
  const [request] = requests
  authorize(actor, "request.explain", request)
  return {
    items: readAll(request, terms, now).map((reading) => ({
      ...inShort(reading),
      segments: reading.segments.map(told),
      untilDue: untilDue(reading, calendarFor(reading, terms)).map(told),
    })),
  }
}

/** What is to be met next of each request, in one statement for all of them. */
export async function listNearestClocks(actor: Actor, { ids }: { ids: string[] }) {
  permit(actor, "request.explain")
  const { requests, terms, now } = await loadCourses(db, ids)
  const items = requests
    .filter((request) => may(actor, "request.explain", request))
    .flatMap((request) => {
      const next = nearest(readAll(request, terms, now))
      return next ? [{ requestId: request.id, ...inShort(next) }] : []
    })
  return { items }
}

const date = (moment: number | null) => (moment === null ? null : new Date(moment))

const inShort = ({ startedAt, dueAt, metAt, segments: _all, warnAt: _later, ...reading }: Reading): ClockSummary => ({
  ...reading,
  startedAt: new Date(startedAt),
  dueAt: date(dueAt),
  metAt: date(metAt),
})

const told = (segment: Segment): ClockSegment => ({
  from: new Date(segment.from),
  until: new Date(segment.until),
  why: segment.why,
  counts: counts(segment),
  duration: lengthOf(segment),
})
