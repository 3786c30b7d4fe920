import { STATUS_LOOKS } from "@/components/requests/status-badge"
import type { IconName } from "@/components/ui/icon-name"
import type { Tone } from "@/components/ui/style"
import { PRIORITY_NAMES } from "@/lib/model/category"
import type { EventData, EventKind } from "@/lib/model/event"
import type { DangerCheckOutcome } from "@/lib/model/hazard"
import { STATUS_NAMES, type Status, type WaitingFor } from "@/lib/model/status"
import { TARGET_NAMES } from "@/lib/model/target"
import type { TimelineEntry } from "@/lib/requests/contract"

interface Words {
  title: string
  icon: IconName
  tone?: Tone
  body?: string
}

/** Each event as it travels, read back with the data that its kind keeps. */
type Kept = { [K in EventKind]: { kind: K; data: EventData[K] } }[EventKind]

type TimelineWords = Pick<TimelineEntry, "kind" | "data"> & Partial<Pick<TimelineEntry, "visibleToCustomer" | "actor">>

/** The sentence of a timeline entry. */
export function wordsOf(entry: TimelineWords): Words {
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
        : { title: "Note for staff", icon: "sticky-note", body: event.data.note }
    case "moved":
      return { title: moved(event.data), ...STATUS_LOOKS[event.data.to], body: event.data.note }
    case "attached":
      return { title: `${event.data.name} attached`, icon: "paperclip" }
    case "acknowledged":
      return { title: "Acknowledged", icon: "eye", tone: "success" }
    case "escalated":
      return { title: escalated(event.data), icon: "siren", tone: "danger" }
    case "checked":
      return CHECKED[event.data.outcome]
    case "joined":
      return { title: "Reported before: handled with the first report", icon: "merge" }
    case "reported_again":
      return { title: `Reported again (${event.data.times}×)`, icon: "merge", tone: "danger" }
    case "separated":
      return { title: "Handled on its own from now on", icon: "split" }
    case "prioritised":
      return {
        title: `Priority changed from ${PRIORITY_NAMES[event.data.from].toLowerCase()} to ${PRIORITY_NAMES[event.data.to].toLowerCase()}`,
        icon: "flag",
        body: event.data.reason,
      }
    case "warned":
      return { title: `${TARGET_NAMES[event.data.target]} due soon`, icon: "alarm-clock", tone: "warning" }
    case "breached":
      return { title: late(event.data), icon: "alarm-clock-off", tone: "danger" }
    case "deleted":
      return { title: "Request deleted", icon: "trash", tone: "danger" }
  }
}

const taken = (actor: TimelineEntry["actor"] = null): string => `Taken by phone${actor ? ` by ${actor.name}` : ""}`

const added = ({ note, words }: EventData["noted"]): string =>
  words ? `${note}\n\nStaff were asked to check the words “${words}”` : note

/** Who did it. Only somebody without an account reports, adds or attaches something without a name. */
export function authorWords({ actor, kind }: Pick<TimelineEntry, "actor" | "kind">): string {
  if (actor) return actor.kind === "api_key" ? `${actor.name} (API)` : actor.name
  return BY_HAND.includes(kind) ? "Someone without an account" : "Automatically"
}

const BY_HAND: readonly EventKind[] = ["filed", "noted", "attached"]

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
  if (to === "on_hold" && waitingFor) return `${MOVED.on_hold}: ${WAITS[waitingFor]}`
  if (to !== "in_progress") return MOVED[to]
  return from === "on_hold" ? "Work resumed" : from === "resolved" ? "Reopened" : "Work started"
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
