import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { isOfferedTo, offeredWords } from "@/components/desk/emergency-words"
import { clockTime } from "@/components/ui/time"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

/** An offer in words of the server, whose clock and time zone count. */
export interface ShownOffer {
  round: number
  to: string
  /** Whether it is the viewer's. */
  isTheirs: boolean
  /** In milliseconds since 1970, and how many there were until then. */
  dueAt: number
  left: number
  clock: string
}

/** To whom an emergency is offered now. */
export function offerOf(emergency: Emergency, viewer: EmergencyViewer): ShownOffer {
  const { round, dueAt } = emergency
  return {
    round,
    to: offeredWords(emergency, viewer.id),
    isTheirs: isOfferedTo(emergency, viewer),
    dueAt: dueAt.getTime(),
    left: dueAt.getTime() - Date.now(),
    clock: clockTime(dueAt),
  }
}
