import { Badge } from "@/components/ui/badge"
import { durationInWords } from "@/components/ui/duration"
import type { IconName } from "@/components/ui/icon-name"
import type { Tone } from "@/components/ui/style"
import { Time } from "@/components/ui/time"
import type { Target } from "@/lib/model/target"
import type { ClockSummary } from "@/lib/oversight/service-levels/contract"

const VERBS: Record<Target, string> = { acknowledge: "Acknowledge", first_response: "Respond", resolution: "Resolve" }

/** The next target and its due time, short enough for a list. */
export function NearestClockBadge({ clock }: { clock: ClockSummary }) {
  const { target, state, dueAt, remaining } = clock
  const by = state === "paused" ? "paused" : dueAt ? <Time value={dueAt} /> : "on time"
  return (
    <Badge {...lookOf(clock)}>
      {VERBS[target]}{" "}
      {state === "breached" ? (
        `overdue by ${durationInWords(remaining)}`
      ) : (
        <>
          {dueAt ? "by " : ""}
          {by}
        </>
      )}
    </Badge>
  )
}

/** How a target stands, in a word or two. */
export const ClockBadge = ({ clock }: { clock: ClockSummary }) => <Badge {...lookOf(clock)}>{nameOf(clock)}</Badge>

function nameOf(clock: ClockSummary): string {
  if (clock.state === "breached") return clock.metAt ? "Met late" : "Overdue"
  if (clock.state === "running") return isSoon(clock) ? "Due soon" : "On track"
  return clock.state === "met" ? "Met" : "Paused"
}

function lookOf(clock: ClockSummary): { tone: Tone; icon: IconName } {
  switch (clock.state) {
    case "breached":
      return { tone: "danger", icon: "alarm-clock-off" }
    case "paused":
      return { tone: "neutral", icon: "circle-pause" }
    case "met":
      return { tone: "success", icon: "circle-check" }
    case "running":
      return isSoon(clock) ? { tone: "warning", icon: "alarm-clock" } : { tone: "neutral", icon: "clock" }
  }
}

/** Three quarters of its time are used up, which is when staff are warned. */
const isSoon = ({ used, remaining }: ClockSummary): boolean => used >= 3 * remaining
