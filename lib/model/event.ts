import type { Category, Priority } from "./category"
import type { Channel } from "./channel"
import { ERASED } from "./erased"
import type { EscalationLevel } from "./escalation-level"
import type { FileRemovalReason } from "./file-removal"
import type { DangerCheckOutcome, Hazard, Verdict } from "./hazard"
import type { MessageChannel, MessageSide } from "./message"
import type { SafetyCheck } from "./safety-check"
import type { Status, WaitingFor } from "./status"
import type { Target } from "./target"

/** Why somebody changed something back that they had changed a moment before. */
export type Undoing = "undo"

/** Why a request moved that nobody at the desk has moved: its customer has written. */
export type Replying = "reply"

/** What the words of a customer tell of a danger, how sure that is and which judge read them. */
interface ToldDanger {
  hazard?: Hazard
  words?: string
  verdict?: Exclude<Verdict, "none">
  judge?: string
}

/**
 * Why a resolved request was closed without anybody: its customer has said nothing for the days of the setting, or had said
 * nothing for far longer when requests began to be closed so.
 */
export type Silence = "silence" | "long_silence"

/** The kinds of events in the life of a request, with the data of each. The timeline is read from them. */
export interface EventData {
  /**
   * How it came, unless its customer sent it. With the words that speak of a danger when the category does not, how sure that is and which judge read them, the
   * answer about danger, and whether it is there now, where these were asked.
   */
  filed: {
    category: Category
    priority: Priority
    channel?: Exclude<Channel, "portal">
    hazard?: Hazard
    words?: string
    verdict?: Exclude<Verdict, "none">
    judge?: string
    happeningNow?: boolean
    safetyCheck?: SafetyCheck
  }
  assigned: { assigneeId: string; assigneeName: string; strategy: string }
  /** Unassigned from somebody who cannot work it any more, or by hand: then the rules do not assign it to them again. */
  unassigned: { assigneeId: string; assigneeName: string; because?: "by_hand" | Undoing }
  reassigned: { assigneeId: string; assigneeName: string; from?: string; because?: Undoing }
  /** Of releases up to 0.6, which tell by `visible_to_customer` whether it is a note of staff or words of the customer. */
  noted: { note: string } & ToldDanger
  /** Written by the customer or by staff, for both. */
  messaged: { message: string; from: MessageSide; channel?: MessageChannel } & ToldDanger
  /** By staff, for staff only. */
  noted_internally: { note: string }
  moved: { from: Status; to: Status; note?: string; waitingFor?: WaitingFor; because?: Undoing | Replying | Silence }
  attached: { attachmentId: string; name: string }
  /** A file was removed for good, by whoever sent it or for a reason; with the message that it had come with. */
  detached: { attachmentId: string; messageId?: number; reason?: FileRemovalReason }
  /** Somebody has said that they look after it. */
  acknowledged: Record<string, never>
  /** An emergency that nobody acknowledged in time goes on to the next; to all supervisors in the end. */
  escalated: { rung: EscalationLevel; assigneeId?: string; assigneeName?: string; from?: string; round?: number }
  /** Somebody on duty has said whether there is a danger, or nobody has in time. */
  checked: { outcome: DangerCheckOutcome }
  /** An emergency that was reported already: it is handled with the one it joined. */
  joined: { to: string; because: "premises" | "filer" }
  /** An emergency was reported again, by a request that joined it. */
  reported_again: { requestId: string; times: number }
  /** It is handled on its own from now on. */
  separated: { from: string }
  /** A supervisor has changed how urgent it is, and why, or has undone that. For staff only. */
  prioritised: { from: Priority; to: Priority; reason?: string; because?: Undoing }
  /** A service level is three quarters used up, or missed; so many supervisors were written to. For staff only. */
  warned: { target: Target; dueAt: string }
  breached: { target: Target; dueAt: string; told?: number }
  /** Its customer has said how content they are with what was done, from 1 to 5. */
  rated: { rating: number; comment?: string }
  /**
   * Its customer has put other words or another phone in place of these, with the new words that speak of a danger, how sure
   * that is and which judge read them.
   */
  corrected: {
    description?: string
    phone?: string
    hazard?: Hazard
    words?: string
    verdict?: Exclude<Verdict, "none">
    judge?: string
  }
  /** What was promised for one time would have been missed, so that another time was given before. */
  renewed: { target: Target; dueAt: string; by: string; times: number }
  /** Whoever has it thinks that somebody else should, and why. For staff only. */
  proposed: { assigneeId: string; assigneeName: string; reason: string }
  /** Whose it was: nothing else tells any more. */
  deleted: { reference: string; title: string; customerId: string; assigneeId?: string }
}

export type EventKind = keyof EventData

/**
 * What becomes of a field. `kept`: facts and ids, in the timeline and in the audit log for good. `colleague`: the name
 * of a member of staff, in the timeline only, since the audit log names nobody. `shown`: a fact in the timeline only.
 * `erasedTo`: what somebody wrote, which
 * the audit log never has, and in whose place this stands once the customer or the request is erased.
 */
export type Handling = "kept" | "colleague" | "shown" | { erasedTo: string }

/** Only text can be replaced by text, and a container could hold anything: events are flat. */
type HandlingOf<Value> = [Value] extends [string | undefined]
  ? Handling
  : [Value] extends [number | boolean | undefined]
    ? "kept"
    : "an event holds no objects and no lists: give each part a field of its own"

type FieldsOf<Data> = { [Field in keyof Data]-?: HandlingOf<Data[Field]> }

/**
 * What becomes of each field of each event. The trigger that copies events into the audit log and the erasure of what
 * people wrote are made from this table, and leave out whatever it does not name.
 */
export const EVENT_FIELDS = {
  filed: {
    category: "kept",
    priority: "kept",
    channel: "kept",
    hazard: "kept",
    words: { erasedTo: ERASED },
    verdict: "kept",
    judge: "kept",
    happeningNow: "kept",
    safetyCheck: "kept",
  },
  assigned: { assigneeId: "kept", assigneeName: "colleague", strategy: "kept" },
  unassigned: { assigneeId: "kept", assigneeName: "colleague", because: "shown" },
  reassigned: { assigneeId: "kept", assigneeName: "colleague", from: "kept", because: "shown" },
  noted: { note: { erasedTo: ERASED }, hazard: "shown", words: { erasedTo: ERASED }, verdict: "shown", judge: "shown" },
  messaged: {
    message: { erasedTo: ERASED },
    from: "kept",
    channel: "kept",
    hazard: "shown",
    words: { erasedTo: ERASED },
    verdict: "shown",
    judge: "shown",
  },
  noted_internally: { note: { erasedTo: ERASED } },
  moved: { from: "kept", to: "kept", note: { erasedTo: ERASED }, waitingFor: "kept", because: "shown" },
  attached: { attachmentId: "kept", name: { erasedTo: "Erased file" } },
  detached: { attachmentId: "kept", messageId: "kept", reason: "kept" },
  acknowledged: {},
  escalated: { rung: "kept", assigneeId: "kept", assigneeName: "colleague", from: "kept", round: "kept" },
  checked: { outcome: "kept" },
  joined: { to: "kept", because: "kept" },
  reported_again: { requestId: "kept", times: "kept" },
  separated: { from: "kept" },
  prioritised: { from: "kept", to: "kept", reason: { erasedTo: ERASED }, because: "kept" },
  warned: { target: "kept", dueAt: "kept" },
  breached: { target: "kept", dueAt: "kept", told: "kept" },
  rated: { rating: "kept", comment: { erasedTo: ERASED } },
  corrected: {
    description: { erasedTo: ERASED },
    phone: { erasedTo: ERASED },
    hazard: "shown",
    words: { erasedTo: ERASED },
    verdict: "shown",
    judge: "shown",
  },
  renewed: { target: "kept", dueAt: "kept", by: "kept", times: "kept" },
  proposed: { assigneeId: "kept", assigneeName: "colleague", reason: { erasedTo: ERASED } },
  deleted: { reference: "kept", title: { erasedTo: ERASED }, customerId: "kept", assigneeId: "shown" },
} as const satisfies { [Kind in EventKind]: FieldsOf<EventData[Kind]> }

export const EVENT_KINDS = Object.keys(EVENT_FIELDS) as [EventKind, ...EventKind[]]

/**
 * The kinds of events that customers are shown, if the event itself is meant for them. What is not named here has no way
 * to a customer, whatever the event says of itself.
 */
export const CUSTOMER_KINDS = [
  "filed",
  "assigned",
  "unassigned",
  "reassigned",
  "noted",
  "messaged",
  "moved",
  "attached",
  "detached",
  "acknowledged",
  "escalated",
  "checked",
  "joined",
  "separated",
  "rated",
  "corrected",
  "renewed",
  "deleted",
] as const satisfies readonly EventKind[]

export const isForCustomers = (kind: EventKind): boolean => (CUSTOMER_KINDS as readonly EventKind[]).includes(kind)

/** The names of the fields that an event of this kind keeps for good. */
export const keptFields = (kind: EventKind): string[] =>
  Object.entries<Handling>(EVENT_FIELDS[kind])
    .filter(([, handling]) => handling === "kept")
    .map(([field]) => field)
