export const STATUSES = ["pending", "in_progress", "on_hold", "resolved", "closed", "cancelled"] as const
export type Status = (typeof STATUSES)[number]

/** Rows are where a request is; cells are where it may go. */
export const NEXT: Record<Status, readonly Status[]> = {
  pending: ["in_progress", "cancelled"],
  in_progress: ["on_hold", "resolved"],
  on_hold: ["in_progress"],
  resolved: ["closed", "in_progress"],
  closed: [],
  cancelled: [],
}

/** The shortest way of a request to each status, from where it is filed. */
export const WAY_TO: Record<Status, readonly Status[]> = {
  pending: [],
  in_progress: ["in_progress"],
  on_hold: ["in_progress", "on_hold"],
  resolved: ["in_progress", "resolved"],
  closed: ["in_progress", "resolved", "closed"],
  cancelled: ["cancelled"],
}

/** Open requests are work still to be done: they count as the assignee's load. */
const OPEN = ["pending", "in_progress", "on_hold"] as const satisfies readonly Status[]

export const isOpen = (status: Status): boolean => (OPEN as readonly Status[]).includes(status)

export const canMove = (from: Status, to: Status): boolean => NEXT[from].includes(to)

/** Reopening and cancelling undo what somebody counted on, so they need a reason. */
export const needsReason = (from: Status, to: Status): boolean =>
  to === "cancelled" || (from === "resolved" && to === "in_progress")

/** Whose turn it is while a request is on hold. Only the customer's own time is not held against the utility. */
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

/** What a person presses to make the move. */
export function moveName(from: Status, to: Status): string {
  if (to === "in_progress") return from === "pending" ? "Start work" : from === "on_hold" ? "Resume work" : "Reopen"
  return { on_hold: "Put on hold", resolved: "Resolve", closed: "Close", cancelled: "Cancel request", pending: "" }[to]
}
