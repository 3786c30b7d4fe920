import { Badge } from "@/components/ui/badge"
import type { IconName } from "@/components/ui/icon-name"
import type { Tone } from "@/components/ui/style"
import { PRIORITY_NAMES, type Priority } from "@/lib/model/category"

const LOOKS: Record<Priority, { tone: Tone; icon: IconName }> = {
  emergency: { tone: "alarm", icon: "siren" },
  high: { tone: "warning", icon: "chevron-up" },
  normal: { tone: "neutral", icon: "equal" },
  low: { tone: "neutral", icon: "chevron-down" },
}

/** Says that it speaks of priority, since "Low" alone could be anything. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  return (
    <Badge {...LOOKS[priority]}>
      {priority === "emergency" ? PRIORITY_NAMES.emergency : `${PRIORITY_NAMES[priority]} priority`}
    </Badge>
  )
}
