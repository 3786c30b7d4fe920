import { isSoon } from "@/components/desk/clock-words"
import { Badge } from "@/components/ui/badge"
import type { IconName } from "@/components/ui/icon-name"
import type { Tone } from "@/components/ui/style"
import type { ClockSummary } from "@/lib/oversight/service-levels/contract"

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
