import type { Priority } from "@/lib/model/category"
import type { Target } from "@/lib/model/target"
import { type ClockReading, isPending } from "./clock-state"
import { type Calendar, momentAhead } from "./working-calendar"

/** A time that was given in place of the one before, and how many have been given for this target. */
export interface Renewal {
  target: Target
  by: number
  times: number
}

/** A new time, with the one that it takes the place of. */
export interface NewPromise extends Renewal {
  dueAt: number
}

/** After so many, supervisors are told that it is late, and customers are promised nothing more. */
const MOST_RENEWALS = 3

/** What customers are told of. Nobody counts on being acknowledged by a certain time. */
const PROMISED: readonly Target[] = ["first_response", "resolution"]

const MINUTE = 60_000
/** Enough before a promise breaks for its customer to read it, and little enough to know that it will. */
const LEAST_AHEAD = MINUTE
const MOST_AHEAD = 30 * MINUTE
const SHARE_AHEAD = 0.1
/** How much of the time allowed is given again. */
const SHARE_GIVEN = 0.5

/** What customers were promised last for a target, in milliseconds since 1970; null while that is unknown. */
export function promisedBy({ target, dueAt }: ClockReading, given: readonly Renewal[]): number | null {
  const renewed = given.filter((it) => it.target === target).map(({ by }) => by)
  // While it waited for its customer, the time of the clock may have moved beyond what was given.
  return dueAt === null ? null : Math.max(dueAt, ...renewed)
}

interface Decided {
  renew: NewPromise[]
  /** When one may have to be given, unless something happens before. */
  renewAt: number | null
}

/**
 * The promises of a request that are about to break and get another time, and when to look again. A promise that is broken
 * stays so. Nobody waits for a new time in an emergency.
 */
export function decideRenewals(
  readings: readonly ClockReading[],
  given: readonly Renewal[],
  { priority, now, calendarOf }: { priority: Priority; now: number; calendarOf: (reading: ClockReading) => Calendar },
): Decided {
  const renew: NewPromise[] = []
  const moments: number[] = []
  if (priority === "emergency") return { renew, renewAt: null }
  for (const reading of readings.filter((it) => PROMISED.includes(it.target) && isPending(it))) {
    const promised = reading.state === "paused" ? null : promisedBy(reading, given)
    const times = given.filter(({ target }) => target === reading.target).length
    if (promised === null || promised <= now || times >= MOST_RENEWALS) continue
    const allowed = reading.minutes * MINUTE
    const ahead = Math.min(MOST_AHEAD, Math.max(LEAST_AHEAD, allowed * SHARE_AHEAD))
    const by = promised - ahead <= now ? momentAhead(calendarOf(reading), promised, allowed * SHARE_GIVEN) : undefined
    if (by === undefined) {
      if (promised - ahead > now) moments.push(promised - ahead)
      continue
    }
    renew.push({ target: reading.target, dueAt: promised, by, times: times + 1 })
    if (times + 1 < MOST_RENEWALS) moments.push(by - ahead)
  }
  return { renew, renewAt: moments.length > 0 ? Math.min(...moments) : null }
}
