import { ChevronDown, ChevronUp, Equal, type LucideIcon, Siren } from "lucide-react"
import { Badge } from "@/components/ui/badge"
import type { Tone } from "@/components/ui/style"
import { PRIORITY_NAMES, type Priority } from "@/lib/model/category"

const LOOKS: Record<Priority, { tone: Tone; icon: LucideIcon }> = {
  emergency: { tone: "alarm", icon: Siren },
  high: { tone: "warning", icon: ChevronUp },
  normal: { tone: "neutral", icon: Equal },
  low: { tone: "neutral", icon: ChevronDown },
}

/** Says that it speaks of priority, since "Low" alone could be anything. */
export function PriorityBadge({ priority }: { priority: Priority }) {
  return (
    <Badge {...LOOKS[priority]}>
      {priority === "emergency" ? PRIORITY_NAMES.emergency : `${PRIORITY_NAMES[priority]} priority`}
    </Badge>
  )
}
