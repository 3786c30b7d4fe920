import type { Category, Priority } from "./category"
import type { Status } from "./status"

/** What can happen to a request, with what each event keeps. Its timeline is read from these. */
export interface EventData {
  filed: { category: Category; priority: Priority }
  assigned: { assigneeId: string; assigneeName: string; strategy: string }
  /** Taken back from somebody who cannot work it any more. */
  unassigned: { assigneeId: string; assigneeName: string }
  reassigned: { assigneeId: string; assigneeName: string; from?: string }
  /** For staff only. */
  noted: { note: string }
  moved: { from: Status; to: Status; note?: string }
  attached: { attachmentId: string; name: string }
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
  "deleted",
] as const satisfies EventKind[]
