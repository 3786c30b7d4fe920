import { Badge } from "@/components/ui/badge"
import type { IconName } from "@/components/ui/icon-name"
import type { Tone } from "@/components/ui/style"
import { STATUS_NAMES, type Status } from "@/lib/model/status"

export const STATUS_LOOKS: Record<Status, { tone: Tone; icon: IconName }> = {
  pending: { tone: "neutral", icon: "circle-dashed" },
  in_progress: { tone: "accent", icon: "circle-play" },
  on_hold: { tone: "warning", icon: "circle-pause" },
  resolved: { tone: "success", icon: "circle-check" },
  closed: { tone: "neutral", icon: "lock" },
  cancelled: { tone: "neutral", icon: "circle-x" },
}

export function StatusBadge({ status }: { status: Status }) {
  return <Badge {...STATUS_LOOKS[status]}>{STATUS_NAMES[status]}</Badge>
}
