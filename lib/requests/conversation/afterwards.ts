import { canMove, type Status } from "@/lib/model/status"
import { AFTERWARDS, type Afterwards } from "./contract"

/** What each act makes of a request. */
export const STATUS_AFTER: Record<Afterwards, Status> = { resolve: "resolved", hold: "on_hold", resume: "in_progress" }

/** What can be done with a request of this status together with a message. Starting and reopening are acts of their own. */
export const afterwardsFrom = (status: Status): Afterwards[] =>
  AFTERWARDS.filter((it) => canMove(status, STATUS_AFTER[it]) && (it !== "resume" || status === "on_hold"))
