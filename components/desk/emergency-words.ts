import type { Emergency } from "@/lib/dispatch/escalation/contract"
import { CATEGORIES } from "@/lib/model/category"
import { HAZARD_NAMES } from "@/lib/model/hazard"

/** Who looks at emergencies. */
export interface EmergencyViewer {
  id: string
  /** Whether they see all, or those that they can take. */
  everybodys: boolean
  /** Administrators are given no work. */
  takes: boolean
}

/** What the danger is, in words of ours. */
export const dangerName = ({ danger, category }: Pick<Emergency, "danger" | "category">): string =>
  danger ? HAZARD_NAMES[danger.hazard] : CATEGORIES[category].name

/** The same with the customer's words, where these make it an emergency. */
export const dangerWords = (emergency: Pick<Emergency, "danger" | "category">): string =>
  [dangerName(emergency), emergency.danger?.words && `“${emergency.danger.words}”`].filter(Boolean).join(": ")

export const againWords = (times: number): string => `Reported again (${times}×)`

export function offeredWords({ rung, offeredTo }: Pick<Emergency, "rung" | "offeredTo">, viewerId: string): string {
  if (rung === "supervisors" || !offeredTo) return "Offered to all supervisors"
  return `Offered to ${offeredTo.id === viewerId ? "you" : offeredTo.name}`
}

/** Whether it is the viewer whom an emergency is offered to now, alone or with all other supervisors. */
export const isOfferedTo = ({ offeredTo }: Pick<Emergency, "offeredTo">, viewer: EmergencyViewer): boolean =>
  offeredTo ? offeredTo.id === viewer.id : viewer.everybodys && viewer.takes

/** Why the viewer sees an emergency. */
export function whySeen({ offeredTo }: Pick<Emergency, "offeredTo">, viewer: EmergencyViewer): string {
  if (offeredTo?.id === viewer.id) return "You see it because it is offered to you."
  if (viewer.everybodys) return "You see it because you see all emergencies."
  return "You see it because you are on duty and qualified. You can take it even if it is offered to a colleague."
}
