import type { EventData, EventKind } from "@/lib/model/event"
import { isOpen } from "@/lib/model/status"
import type { Target } from "@/lib/model/target"
import { type Hold, joined, type Segment } from "./time-segments"
import type { Calendar } from "./working-calendar"

/**
 * An event that a clock reacts to: from the timeline, of whose messages only those of staff count, or the confirmation of
 * the customer's address.
 */
export interface Happening {
  at: number
  kind: EventKind | "confirmed"
  /** The data of a status change; empty for other events. */
  data: Partial<EventData["moved"]>
}

/** The state of a clock after the events so far: everything needed to continue with the next event. */
export interface Clock {
  target: Target
  /** How far it has run. */
  at: number
  segments: readonly Segment[]
  /** It stands still while the customer has to do something. */
  hold?: Hold
  metAt?: number
}

/** A clock at the moment the request was filed. */
export const begin = (target: Target, at: number, hold?: Hold): Clock => ({ target, at, segments: [], hold })

/** The clock at a later moment, provided nothing happens before it. */
export function runTo(clock: Clock, moment: number, calendar: Calendar): Clock {
  const { at, segments, hold, metAt } = clock
  if (metAt !== undefined || moment <= at) return clock
  const more: Segment[] = hold ? [{ from: at, until: moment, why: hold }] : calendar.between(at, moment)
  return { ...clock, at: moment, segments: joined(segments, more) }
}

/** The clock after one more event. Events that arrive out of order count from where the clock is. */
export function follow(clock: Clock, event: Happening, calendar: Calendar): Clock {
  if (clock.metAt !== undefined) return reopens(clock.target, event) ? goOn(clock, clock.metAt, event.at) : clock
  const ran = runTo(clock, event.at, calendar)
  if (meets(clock.target, event)) return { ...ran, hold: undefined, metAt: ran.at }
  return { ...ran, hold: holdAfter(event, ran.hold) }
}

function goOn({ metAt: _met, ...clock }: Clock, metAt: number, moment: number): Clock {
  const at = Math.max(moment, metAt)
  return { ...clock, at, segments: joined(clock.segments, [{ from: metAt, until: at, why: "settled" }]) }
}

function meets(target: Target, { kind, data }: Happening): boolean {
  if (kind === "deleted") return true
  if (kind === "acknowledged") return target === "acknowledge"
  if (kind === "messaged") return target !== "resolution"
  if (kind !== "moved" || !data.to) return false
  // A move shows that the request was seen; a settled request needs neither acknowledgement nor response.
  return target === "acknowledge" || !isOpen(data.to) || (target === "first_response" && data.note !== undefined)
}

/**
 * Whether an event restarts a clock that was met. Acknowledgement and first response stay met; a resolution does not.
 */
const reopens = (target: Target, { kind, data }: Happening): boolean =>
  target === "resolution" && kind === "moved" && data.to === "in_progress"

/**
 * The hold after an event. A confirmed address, or a member of staff who works on it anyway, ends the wait for
 * confirmation.
 */
function holdAfter(event: Happening, hold: Hold | undefined): Hold | undefined {
  if (event.kind === "moved") return waitsForCustomer(event) ? "on_hold" : undefined
  return hold === "unconfirmed" ? undefined : hold
}

const waitsForCustomer = ({ data }: Happening): boolean => data.to === "on_hold" && data.waitingFor !== "utility"
