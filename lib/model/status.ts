export const STATUSES = ["pending", "in_progress", "on_hold", "resolved", "closed", "cancelled"] as const
export type Status = (typeof STATUSES)[number]

/** The state machine of a request: for each status, those that may follow it. */
export const NEXT_STATUSES: Record<Status, readonly Status[]> = {
  pending: ["in_progress", "cancelled"],
  in_progress: ["on_hold", "resolved", "cancelled"],
  on_hold: ["in_progress", "resolved", "cancelled"],
  resolved: ["closed", "in_progress"],
  closed: [],
  cancelled: [],
}

/** The shortest sequence of moves from a new request to each status. */
export const WAY_TO: Record<Status, readonly Status[]> = {
  pending: [],
  in_progress: ["in_progress"],
  on_hold: ["in_progress", "on_hold"],
  resolved: ["in_progress", "resolved"],
  closed: ["in_progress", "resolved", "closed"],
  cancelled: ["cancelled"],
}

/** The statuses of open requests, which count towards their assignee's load. */
const OPEN = ["pending", "in_progress", "on_hold"] as const satisfies readonly Status[]

export const isOpen = (status: Status): boolean => (OPEN as readonly Status[]).includes(status)

export const canMove = (from: Status, to: Status): boolean => NEXT_STATUSES[from].includes(to)

/**
 * The moves that are offered of a request: only what is somebody's is worked on or waits, unless whoever begins work on it
 * has it then.
 */
export const movesOffered = (from: Status, { assigned, takes }: { assigned: boolean; takes: boolean }): Status[] =>
  NEXT_STATUSES[from].filter((to) => assigned || !isOpen(to) || (takes && to === "in_progress"))

/** Whether its customer may say of a request that it is not fixed: also of one that was closed meanwhile. */
export const canBeReopened = (status: Status): boolean => status === "resolved" || status === "closed"

/** Whether a move needs a note that says why: cancelling and reopening go against what somebody relied on. */
export const needsReason = (from: Status, to: Status): boolean =>
  to === "cancelled" || (from === "resolved" && to === "in_progress")

/** Whether each move to a status needs a reason, wherever from. */
export const alwaysNeedsReason = (to: string | undefined): boolean =>
  STATUSES.some((it) => it === to && STATUSES.every((from) => !canMove(from, it) || needsReason(from, it)))

/** What is asked of whoever gives none. */
export const MISSING_REASON = "Enter a reason for the customer"

/** Who has to act while a request is on hold. Service-level clocks stop only while it is the customer. */
export const WAITING_FOR = ["customer", "utility"] as const
export type WaitingFor = (typeof WAITING_FOR)[number]

export const STATUS_NAMES: Record<Status, string> = {
  pending: "Received",
  in_progress: "In progress",
  on_hold: "Waiting",
  resolved: "Resolved",
  closed: "Closed",
  cancelled: "Cancelled",
}

/** The label of the button that makes a move. */
export function moveName(from: Status, to: Status): string {
  if (to === "in_progress") return from === "pending" ? "Start work" : from === "on_hold" ? "Resume work" : "Reopen"
  return { on_hold: "Put on hold", resolved: "Resolve", closed: "Close", cancelled: "Cancel request", pending: "" }[to]
}
