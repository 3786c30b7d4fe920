import {
  AlarmClock,
  AlarmClockOff,
  Eye,
  FileText,
  type LucideIcon,
  Paperclip,
  Siren,
  StickyNote,
  Trash2,
  UserRoundCheck,
  UserRoundX,
} from "lucide-react"
import { STATUS_LOOKS } from "@/components/requests/status-badge"
import type { Tone } from "@/components/ui/style"
import type { EventData, EventKind } from "@/lib/model/event"
import type { Status, WaitingFor } from "@/lib/model/status"
import { TARGET_NAMES } from "@/lib/model/target"
import type { TimelineEntry } from "@/lib/requests/contract"

interface Words {
  title: string
  icon: LucideIcon
  tone?: Tone
  body?: string
}

/** Each event as it travels, read back with the data that its kind keeps. */
type Kept = { [K in EventKind]: { kind: K; data: EventData[K] } }[EventKind]

/** The sentence of a timeline entry. */
export function wordsOf(entry: Pick<TimelineEntry, "kind" | "data">): Words {
  const event = entry as unknown as Kept
  switch (event.kind) {
    case "filed":
      return { title: "Request filed", icon: FileText, tone: "accent", body: warned(event.data) }
    case "assigned":
      return { title: `Given to ${event.data.assigneeName}`, icon: UserRoundCheck }
    case "unassigned":
      return { title: `Taken back from ${event.data.assigneeName}`, icon: UserRoundX }
    case "reassigned":
      return {
        title: `${event.data.from ? "Handed over" : "Given"} to ${event.data.assigneeName}`,
        icon: UserRoundCheck,
      }
    case "noted":
      return { title: "Note for staff", icon: StickyNote, body: event.data.note }
    case "moved":
      return { title: moved(event.data), ...STATUS_LOOKS[event.data.to], body: event.data.note }
    case "attached":
      return { title: `${event.data.name} attached`, icon: Paperclip }
    case "acknowledged":
      return { title: "Seen, and being looked after", icon: Eye, tone: "success" }
    case "escalated":
      return { title: escalated(event.data), icon: Siren, tone: "danger" }
    case "warned":
      return { title: `${TARGET_NAMES[event.data.target]} is due soon`, icon: AlarmClock, tone: "warning" }
    case "breached":
      return { title: late(event.data), icon: AlarmClockOff, tone: "danger" }
    case "deleted":
      return { title: "Request deleted", icon: Trash2, tone: "danger" }
  }
}

function warned({ words, happeningNow }: EventData["filed"]): string | undefined {
  if (!words) return undefined
  return happeningNow === false ? `“${words}”: not happening now` : `An emergency because of the words “${words}”`
}

function escalated({ assigneeName, from }: EventData["escalated"]): string {
  const why = from ? "No answer in time" : "Nobody qualified is on duty"
  return `${why}, so now with ${assigneeName ?? "all supervisors"}`
}

const late = ({ target, told = 0 }: EventData["breached"]): string =>
  `${TARGET_NAMES[target]} is late${told > 0 ? `: ${told === 1 ? "a supervisor was" : `${told} supervisors were`} told` : ""}`

function moved({ from, to, waitingFor }: EventData["moved"]): string {
  if (to === "on_hold" && waitingFor) return `${MOVED.on_hold}: ${WAITS[waitingFor]}`
  if (to !== "in_progress") return MOVED[to]
  return from === "on_hold" ? "Work resumed" : from === "resolved" ? "Reopened" : "Work started"
}

/** Read by customers and staff alike. */
const WAITS: Record<WaitingFor, string> = {
  customer: "waiting for the customer",
  utility: "waiting for something on our side",
}

const MOVED: Record<Exclude<Status, "in_progress">, string> = {
  pending: "Waiting for work to start",
  on_hold: "Put on hold",
  resolved: "Resolved",
  closed: "Closed",
  cancelled: "Cancelled",
}
