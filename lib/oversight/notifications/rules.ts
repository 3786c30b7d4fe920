import type { EventData, EventKind } from "@/lib/model/event"
import type { NoticeId } from "@/lib/model/notice"

/** Who is told: by their part in the request, or in the event. */
export type Audience = "customer" | "assignee" | "newAssignee" | "formerAssignee" | "mentioned" | "supervisors"

/** An event as the rules see it. */
export interface NoticeCause<K extends EventKind = EventKind> {
  data: EventData[K]
  isEmergency: boolean
  visibleToCustomer: boolean
  /** Whether it was written together with the request itself. */
  isAtFiling: boolean
}

interface Rule<K extends EventKind> {
  to: Audience
  notice: NoticeId | ((cause: NoticeCause<K>) => NoticeId | undefined)
  /** Set where those who did it themselves get an email to keep. They are told in no other way. */
  confirms?: true
}

type RulesByKind = { [K in EventKind]: readonly Rule<K>[] }

/**
 * Who is told of which events, and of what. The first rule that names somebody counts. Everything else, such as who may
 * see it and that nobody is told of what they did themselves, holds for all.
 */
export const NOTICE_RULES: RulesByKind = {
  filed: [
    {
      to: "customer",
      notice: ({ isEmergency }) => (isEmergency ? "received_emergency" : "received"),
      confirms: true,
    },
  ],
  assigned: [
    { to: "newAssignee", notice: ({ isEmergency }) => (isEmergency ? "emergency_offered" : "assigned_to_you") },
    // The email about the request itself says who has it.
    { to: "customer", notice: ({ isAtFiling }) => (isAtFiling ? undefined : "assigned") },
  ],
  unassigned: [{ to: "formerAssignee", notice: "taken_from_you" }],
  reassigned: [
    { to: "newAssignee", notice: ({ isEmergency }) => (isEmergency ? "emergency_offered" : "assigned_to_you") },
    { to: "formerAssignee", notice: "taken_from_you" },
  ],
  noted: [{ to: "assignee", notice: ({ visibleToCustomer }) => (visibleToCustomer ? "details_added" : "note_added") }],
  messaged: [
    { to: "customer", notice: ({ data }) => (data.from === "customer" ? undefined : "message") },
    { to: "assignee", notice: ({ data }) => (data.from === "customer" ? "details_added" : "note_added") },
  ],
  noted_internally: [
    { to: "mentioned", notice: "mentioned" },
    { to: "assignee", notice: "note_added" },
  ],
  moved: [
    { to: "customer", notice: ({ data }) => movedNotice(data) },
    { to: "assignee", notice: ({ data }) => movedNoticeOfStaff(data) },
  ],
  attached: [],
  detached: [],
  acknowledged: [],
  escalated: [
    { to: "newAssignee", notice: "emergency_offered" },
    { to: "formerAssignee", notice: "taken_from_you" },
    { to: "supervisors", notice: ({ data }) => (data.assigneeId ? undefined : "emergency_unanswered") },
  ],
  checked: [],
  joined: [],
  reported_again: [{ to: "assignee", notice: "reported_again" }],
  separated: [],
  prioritised: [{ to: "assignee", notice: ({ data }) => (data.because === "undo" ? undefined : "priority_changed") }],
  warned: [{ to: "assignee", notice: "due_soon" }],
  breached: [
    { to: "assignee", notice: "overdue" },
    { to: "supervisors", notice: ({ data }) => (data.told ? "overdue_team" : undefined) },
  ],
  rated: [{ to: "assignee", notice: "rated" }],
  corrected: [{ to: "assignee", notice: "details_added" }],
  renewed: [{ to: "customer", notice: "promise_renewed" }],
  proposed: [{ to: "supervisors", notice: "proposed" }],
  deleted: [{ to: "formerAssignee", notice: "deleted" }],
}

/** What is taken back was never meant, and what was over long ago is no news. */
function movedNotice({ from, to, waitingFor, because }: EventData["moved"]): NoticeId | undefined {
  if (because === "undo" || because === "long_silence") return undefined
  switch (to) {
    case "in_progress":
      return from === "pending" ? "started" : from === "on_hold" ? undefined : "reopened"
    case "on_hold":
      return waitingFor === "customer" ? "on_hold_for_you" : "on_hold"
    case "pending":
      return undefined
    default:
      return to
  }
}

function movedNoticeOfStaff({ from, because }: EventData["moved"]): NoticeId | undefined {
  if (because === "long_silence") return undefined
  return because === "reply" && from !== "on_hold" ? "reopened_by_customer" : "status_changed"
}

/** The rules for one event. */
export const rulesFor = <K extends EventKind>(kind: K): readonly Rule<K>[] => NOTICE_RULES[kind]
