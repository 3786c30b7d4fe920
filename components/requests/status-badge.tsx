import { CircleCheck, CircleDashed, CirclePause, CirclePlay, CircleX, Lock, type LucideIcon } from "lucide-react"
import { Badge } from "@/components/ui/badge"
import type { Tone } from "@/components/ui/style"
import { STATUS_NAMES, type Status } from "@/lib/model/status"

export const STATUS_LOOKS: Record<Status, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: "neutral", icon: CircleDashed },
  in_progress: { tone: "accent", icon: CirclePlay },
  on_hold: { tone: "warning", icon: CirclePause },
  resolved: { tone: "success", icon: CircleCheck },
  closed: { tone: "neutral", icon: Lock },
  cancelled: { tone: "neutral", icon: CircleX },
}

export function StatusBadge({ status }: { status: Status }) {
  return <Badge {...STATUS_LOOKS[status]}>{STATUS_NAMES[status]}</Badge>
}
