import type { Category, Priority } from "./category"
import type { EscalationLevel } from "./escalation-level"
import type { Hazard } from "./hazard"
import type { Status, WaitingFor } from "./status"
import type { Target } from "./target"

/** What can happen to a request, with what each event keeps. Its timeline is read from these. */
export interface EventData {
  /** With the words that speak of a danger, when the category does not, and whether it is there now, when that was asked. */
  filed: { category: Category; priority: Priority; hazard?: Hazard; words?: string; happeningNow?: boolean }
  assigned: { assigneeId: string; assigneeName: string; strategy: string }
  /** Taken back from somebody who cannot work it any more. */
  unassigned: { assigneeId: string; assigneeName: string }
  reassigned: { assigneeId: string; assigneeName: string; from?: string }
  /** For staff only. */
  noted: { note: string }
  moved: { from: Status; to: Status; note?: string; waitingFor?: WaitingFor }
  attached: { attachmentId: string; name: string }
  /** Somebody has said that they look after it. */
  acknowledged: Record<string, never>
  /** An emergency that nobody acknowledged in time goes on to the next; to all supervisors in the end. */
  escalated: { rung: EscalationLevel; assigneeId?: string; assigneeName?: string; from?: string }
  /** A service level is three quarters used up, or missed; so many supervisors were written to. For staff only. */
  warned: { target: Target; dueAt: string }
  breached: { target: Target; dueAt: string; told?: number }
  /** Whose it was: nothing else tells any more. */
  deleted: { reference: string; title: string; customerId: string }
}

export type EventKind = keyof EventData
export const EVENT_KINDS = [
  "filed",
  "assigned",
  "unassigned",
  "reassigned",
  "noted",
  "moved",
  "attached",
  "acknowledged",
  "escalated",
  "warned",
  "breached",
  "deleted",
] as const satisfies EventKind[]
