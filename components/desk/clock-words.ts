import type { Due } from "@/components/desk/list-row"
import { durationInWords } from "@/components/ui/duration"
import { shortMoment } from "@/components/ui/time"
import type { Target } from "@/lib/model/target"
import type { ClockSummary } from "@/lib/oversight/service-levels/contract"

const VERBS: Record<Target, string> = { acknowledge: "Acknowledge", first_response: "Respond", resolution: "Resolve" }
const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The next target and its due time, short enough for a list. */
export function clockInWords({ target, state, dueAt, remaining }: ClockSummary): string {
  const verb = VERBS[target]
  if (state === "breached") return `${verb} overdue ${roughly(-remaining)}`
  if (state === "paused") return `${verb} paused`
  return dueAt ? `${verb} by ${shortMoment(dueAt)}` : `${verb} on time`
}

/** The same for a column of its own, where the time stands first: what is cut off there is what is to be done. */
export function dueInWords({ target, state, dueAt, remaining }: ClockSummary): string {
  const verb = VERBS[target].toLowerCase()
  if (state === "breached") return `Overdue ${roughly(-remaining)}: ${verb}`
  if (state === "paused") return `Paused: ${verb}`
  return `${dueAt ? shortMoment(dueAt) : "On time"}: ${verb}`
}

/** What is still due and by when, for paper, on which no time runs: the moments themselves. */
export const deadlinesOnPaper = (clocks: readonly ClockSummary[]): string[] =>
  clocks
    .filter(({ metAt, state }) => !metAt && state !== "met")
    .map(({ target, state, dueAt }) => {
      if (state === "paused") return `${VERBS[target]}: paused while waiting for the customer`
      const late = state === "breached" ? " (overdue)" : ""
      return dueAt ? `${VERBS[target]} by ${shortMoment(dueAt)}${late}` : `${VERBS[target]} on time`
    })

/** Minutes say little beside hours, and hours beside many days. */
function roughly(ms: number): string {
  if (ms >= 3 * DAY) return `${Math.floor(ms / DAY)}\u00a0days`
  return durationInWords(ms >= 2 * HOUR ? ms - (ms % HOUR) : ms)
}

export function clockLook(clock: ClockSummary): Due {
  if (clock.state === "breached") return "late"
  if (clock.state === "running") return isSoon(clock) ? "soon" : "in-time"
  return clock.state === "paused" ? "paused" : "in-time"
}

/** Three quarters of its time are used up, which is when staff are warned. */
export const isSoon = ({ used, remaining }: Pick<ClockSummary, "used" | "remaining">): boolean => used >= 3 * remaining
