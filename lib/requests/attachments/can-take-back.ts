import type { Priority } from "@/lib/model/category"
import { isOpen, type Status } from "@/lib/model/status"

/** For so long its sender has a file to themselves, as it were: whoever chose the wrong one sees it soon. */
export const TAKE_BACK_MINUTES = 60

interface Asked {
  status: Status
  priority: Priority
  /** Whether its customer may still delete it, because nobody works on it. */
  deletable: boolean
}

/**
 * Whether a customer may take back a file that they sent: until somebody works on the request, and for an hour in any case as
 * long as it is open. What shows an emergency stays with whoever deals with it.
 */
export const canTakeBack = ({ status, priority, deletable }: Asked, { createdAt }: { createdAt: Date }): boolean =>
  deletable ||
  (isOpen(status) && priority !== "emergency" && createdAt.getTime() > Date.now() - TAKE_BACK_MINUTES * 60_000)
