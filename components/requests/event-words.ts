import { STATUS_LOOKS } from "@/components/requests/status-badge"
import type { IconName } from "@/components/ui/icon-name"
import type { Tone } from "@/components/ui/style"
import { shortMoment } from "@/components/ui/time"
import { PRIORITY_NAMES } from "@/lib/model/category"
import { EVENT_FIELDS, type EventData, type EventKind } from "@/lib/model/event"
import { FILE_REMOVAL_REASONS } from "@/lib/model/file-removal"
import type { DangerCheckOutcome } from "@/lib/model/hazard"
import { STATUS_NAMES, type Status, type WaitingFor } from "@/lib/model/status"
import { TARGET_NAMES } from "@/lib/model/target"
import type { TimelineEntry } from "@/lib/requests/contract"

interface Words {
  title: string
  icon: IconName
  tone?: Tone
  body?: string
  mark?: "customer" | "staff" | "note"
}

/** Each event as it travels, read back with the data that its kind keeps. */
type Kept = { [K in EventKind]: { kind: K; data: EventData[K] } }[EventKind]

type TimelineWords = Pick<TimelineEntry, "kind" | "data"> & Partial<Pick<TimelineEntry, "visibleToCustomer" | "actor">>

/** The sentence of a timeline entry, as staff or as the customer read it. */
export function wordsOf(entry: TimelineWords, isCustomers = false): Words {
  const event = entry as unknown as Kept
  switch (event.kind) {
    case "filed":
      return event.data.channel === "phone"
        ? { title: taken(entry.actor), icon: "phone-call", tone: "accent", body: warned(event.data) }
        : { title: "Request received", icon: "file-text", tone: "accent", body: warned(event.data) }
    case "assigned":
      return { title: `Assigned to ${event.data.assigneeName}`, icon: "user-round-check" }
    case "unassigned":
      return { title: unassigned(event.data), icon: "user-round-x" }
    case "reassigned":
      return {
        title: reassigned(event.data),
        icon: "user-round-check",
      }
    case "noted":
      return entry.visibleToCustomer
        ? { title: "Details added", icon: "message-square-plus", tone: "accent", body: added(event.data) }
        : { title: "Note for staff", icon: "sticky-note", tone: "warning", mark: "note", body: event.data.note }
    case "messaged":
      return messaged(event.data, isCustomers)
    case "noted_internally":
      return { title: "Note for staff", icon: "sticky-note", tone: "warning", mark: "note", body: event.data.note }
    case "moved":
      return { title: moved(event.data), ...STATUS_LOOKS[event.data.to], body: event.data.note }
    case "attached":
      return { title: attached(event.data), icon: "paperclip" }
    case "detached":
      return { title: "File removed", icon: "trash", ...(!isCustomers && { body: removed(event.data) }) }
    case "acknowledged":
      return { title: "Acknowledged", icon: "eye", tone: "success" }
    case "escalated":
      return { title: escalated(event.data), icon: "siren", tone: "danger" }
    case "checked":
      return CHECKED[event.data.outcome]
    case "joined":
      return {
        title:
          event.data.because === "filer"
            ? "Handled with an earlier report from the same source"
            : "Reported before: handled with the first report",
        icon: "merge",
      }
    case "reported_again":
      return { title: `Reported again (${event.data.times}×)`, icon: "merge", tone: "danger" }
    case "separated":
      return { title: "Handled on its own from now on", icon: "split" }
    case "prioritised":
      return {
        title: prioritised(event.data),
        icon: "flag",
        ...(event.data.reason && { body: event.data.reason }),
      }
    case "warned":
      return { title: `${TARGET_NAMES[event.data.target]} due soon`, icon: "alarm-clock", tone: "warning" }
    case "breached":
      return { title: late(event.data), icon: "alarm-clock-off", tone: "danger" }
    case "rated":
      return { title: `Rated ${event.data.rating} of 5`, icon: "star", body: event.data.comment }
    case "corrected":
      return { title: "Request corrected", icon: "pencil", tone: "accent", body: corrected(event.data) }
    case "renewed":
      return { title: renewed(event.data), icon: "alarm-clock", tone: "warning", body: RENEWED }
    case "proposed":
      return { title: `${event.data.assigneeName} proposed`, icon: "user-round-plus", body: event.data.reason }
    case "deleted":
      return { title: "Request deleted", icon: "trash", tone: "danger" }
  }
}

/** One that was removed has lost its name. */
const attached = ({ name }: EventData["attached"]): string =>
  name === EVENT_FIELDS.attached.name.erasedTo ? "File attached, since removed" : `${name} attached`

const removed = ({ reason }: EventData["detached"]): string | undefined => reason && FILE_REMOVAL_REASONS[reason]

const prioritised = ({ from, to, because }: EventData["prioritised"]): string =>
  because === "undo"
    ? `Change undone: back to ${PRIORITY_NAMES[to].toLowerCase()} priority`
    : `Priority changed from ${PRIORITY_NAMES[from].toLowerCase()} to ${PRIORITY_NAMES[to].toLowerCase()}`

const taken = (actor: TimelineEntry["actor"] = null): string => `Taken by phone${actor ? ` by ${actor.name}` : ""}`

const added = ({ note, words }: Pick<EventData["noted"], "note" | "words">): string =>
  words ? `${note}\n\nStaff were asked to check the words “${words}”` : note

function corrected({ description, phone, words }: EventData["corrected"]): string {
  const before = [description !== undefined && `Before: ${description}`, phone && `Phone before: ${phone}`]
  return [...before, words && `Staff were asked to check the words “${words}”`].filter(Boolean).join("\n\n")
}

const renewed = ({ target, by }: EventData["renewed"]): string =>
  `New time to ${target === "resolution" ? "fix it" : "contact you"}: ${shortMoment(by)}`

const RENEWED = "Sorry, this is taking longer than we expected."

function messaged({ message, from, channel, words }: EventData["messaged"], isCustomers: boolean): Words {
  const titles = isCustomers
    ? { customer: "Your message", staff: "Message from us" }
    : { customer: "Message from the customer", staff: "Reply to the customer" }
  return {
    title: `${titles[from]}${channel ? `, by ${channel}` : ""}`,
    icon: from === "customer" ? "message-square-plus" : "message-square-reply",
    tone: "accent",
    mark: from,
    body: added({ note: message, words }),
  }
}

/** Who did it. Only somebody without an account reports, adds or attaches something without a name. */
export function authorWords({ actor, kind }: Pick<TimelineEntry, "actor" | "kind">): string {
  if (actor) return actor.kind === "api_key" ? `${actor.name} (API)` : actor.name
  return BY_HAND.includes(kind) ? "Someone without an account" : "Automatically"
}

const BY_HAND: readonly EventKind[] = ["filed", "noted", "messaged", "attached"]

/** What the customer's words led to: an emergency, or a check by staff; requests of old were not checked. */
function warned({ words, priority, verdict, happeningNow }: EventData["filed"]): string | undefined {
  if (!words) return undefined
  if (priority === "emergency") return `Treated as an emergency because of the words “${words}”`
  const said = happeningNow === false ? `Not happening now: “${words}”` : undefined
  if (!verdict) return said
  return said ? `${said}. Staff were asked to check it` : `Staff were asked to check the words “${words}”`
}

const CHECKED: Record<DangerCheckOutcome, Words> = {
  danger: { title: "Checked: an emergency", icon: "siren", tone: "danger" },
  no_danger: { title: "Checked: not an emergency", icon: "shield-check", tone: "success" },
  unanswered: { title: "Not checked in time: treated as an emergency", icon: "siren", tone: "danger" },
}

function escalated({ rung, assigneeId, assigneeName, from, round = 1 }: EventData["escalated"]): string {
  // Whoever has it keeps it, and is asked again.
  if (from && from === assigneeId)
    return rung === "qualified"
      ? `${assigneeName} asked again to confirm what was added`
      : `${assigneeName} has not confirmed what was added: ${rung === "supervisor" ? "supervisors on duty" : "all supervisors"} told`
  if (round > 1 && !from) return `Round ${round}: offered to ${assigneeName ?? "all supervisors"}`
  const why = from ? "no answer in time" : "no one qualified is on duty"
  return `Escalated to ${assigneeName ?? "all supervisors"}: ${why}`
}

const late = ({ target, told = 0 }: EventData["breached"]): string =>
  `${TARGET_NAMES[target]} overdue${told > 0 ? `: ${told === 1 ? "a supervisor" : `${told} supervisors`} notified` : ""}`

function unassigned({ assigneeName, because }: EventData["unassigned"]): string {
  if (because === "undo") return `Assignment undone: no longer assigned to ${assigneeName}`
  return because === "by_hand" ? `Unassigned from ${assigneeName}` : `No longer assigned to ${assigneeName}`
}

function reassigned({ assigneeName, from, because }: EventData["reassigned"]): string {
  if (because === "undo") return `Assignment undone: back to ${assigneeName}`
  return `${from ? "Reassigned" : "Assigned"} to ${assigneeName}`
}

function moved({ from, to, waitingFor, because }: EventData["moved"]): string {
  if (because === "undo") return `Change undone: back to ${STATUS_NAMES[to].toLowerCase()}`
  if (because === "reply") return `${from === "resolved" ? "Reopened" : "Work resumed"}: the customer replied`
  if (because === "silence" || because === "long_silence") return "Closed: we heard nothing more"
  if (to === "on_hold" && waitingFor) return `${MOVED.on_hold}: ${WAITS[waitingFor]}`
  if (to !== "in_progress") return MOVED[to]
  if (from === "on_hold") return "Work resumed"
  return from === "pending" ? "Work started" : "Reopened"
}

/** Read by customers and staff alike. */
const WAITS: Record<WaitingFor, string> = {
  customer: "waiting for the customer",
  utility: "waiting for something from us",
}

const MOVED: Record<Exclude<Status, "in_progress">, string> = {
  pending: "Back to received",
  on_hold: "Put on hold",
  resolved: "Resolved",
  closed: "Closed",
  cancelled: "Cancelled",
}
