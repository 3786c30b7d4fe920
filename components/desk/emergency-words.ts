import type { EmergencyViewer } from "@/components/desk/emergency-viewer"
import { needsLine } from "@/components/requests/needs-line"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import type { JoinedReport } from "@/lib/dispatch/reports/contract"
import { CATEGORIES } from "@/lib/model/category"
import { HAZARD_NAMES } from "@/lib/model/hazard"

/** What the danger is, in words of ours. */
export const dangerName = ({ danger, category }: Pick<JoinedReport, "danger" | "category">): string =>
  danger ? HAZARD_NAMES[danger.hazard] : CATEGORIES[category].name

/** The same with the customer's words, where these make it an emergency. */
export const dangerWords = (emergency: Pick<JoinedReport, "danger" | "category">): string =>
  [dangerName(emergency), emergency.danger?.words && `“${emergency.danger.words}”`].filter(Boolean).join(": ")

/** What an emergency tells of the people there, and what its customer has added since somebody last looked. */
export const peopleWords = ({
  anyoneUnwell,
  everyoneOutside,
  needs,
}: Pick<Emergency, "anyoneUnwell" | "everyoneOutside" | "needs">): string =>
  [
    anyoneUnwell && "Someone is unwell.",
    everyoneOutside === false && "Not everyone is outside.",
    needs.length > 0 && `${needsLine(needs)}.`,
  ]
    .filter(Boolean)
    .join(" ")

type Offered = Pick<Emergency, "rung" | "offeredTo" | "askedAgain">

export function offeredWords({ rung, offeredTo, askedAgain }: Offered, viewerId: string): string {
  if (askedAgain && offeredTo)
    return offeredTo.id === viewerId
      ? "Yours: confirm what was added"
      : `${offeredTo.name} has it and was asked to confirm what was added`
  if (rung === "supervisors" || !offeredTo) return "Offered to all supervisors"
  return `Offered to ${offeredTo.id === viewerId ? "you" : offeredTo.name}`
}

/** Whether it is the viewer whom an emergency is offered to now, alone or with all other supervisors. */
export const isOfferedTo = ({ rung, offeredTo }: Offered, viewer: EmergencyViewer): boolean =>
  rung === "supervisors" || !offeredTo ? viewer.everybodys && viewer.takes : offeredTo.id === viewer.id
