import { EmergencyNotice, type WaitingEmergency } from "@/components/desk/emergency-notice"
import { UndoButton } from "@/components/desk/undo-button"
import { Notice } from "@/components/ui/notice"
import { chosenValue } from "@/lib/dispatch/team/chosen-value"
import { PRIORITY_NAMES } from "@/lib/model/category"
import type { Need } from "@/lib/model/need"
import { isOpen } from "@/lib/model/status"
import type { ServiceRequest } from "@/lib/requests/contract"
import { stateInWords } from "@/lib/requests/state-in-words"

interface RequestNoticesProps {
  request: ServiceRequest
  /** The version that the person's own change made, if they come from making one. */
  changed?: string
  /** Whether that change can be undone, and whether it was one of the priority. */
  undo?: { possible: boolean; isPriority: boolean } | undefined
  /** Left out unless it is an emergency that nobody has. */
  waiting?: WaitingEmergency
  /** Of the customer, told beside what an emergency tells of the people there. */
  needs: readonly Need[]
  /** Whether the viewer can answer its check for danger on this page. */
  answers: boolean
}

/** Notices that must be read before the rest of the page. */
export function RequestNotices({ request, changed, undo, waiting, needs, answers }: RequestNoticesProps) {
  const { priority, status, waitsFor, customer, danger, version } = request
  return (
    <>
      {changed === String(version) ? (
        <Notice tone="success" title="Saved">
          {undo?.isPriority ? `Priority: ${PRIORITY_NAMES[priority]}.` : stateInWords(request)}{" "}
          {undo?.possible ? <UndoButton chosen={chosenValue(request)} /> : null}
        </Notice>
      ) : null}
      {waitsFor === "confirmation" ? (
        <Notice title="Waiting for the customer">
          It will be assigned when <bdi>{customer.name}</bdi> confirms their email address.
        </Notice>
      ) : null}
      {priority === "emergency" && isOpen(status) ? (
        <EmergencyNotice request={request} waiting={waiting} needs={needs} />
      ) : null}
      {danger?.check === "open" && !answers && isOpen(status) ? (
        <Notice tone="warning" title="Being checked for danger">
          They wrote: “{danger.words}”. It becomes an emergency unless someone on duty says that there is no danger.
        </Notice>
      ) : null}
      {danger?.happeningNow === false && danger.check !== "open" && priority !== "emergency" && isOpen(status) ? (
        <Notice tone="warning" title="The customer says this is not happening now">
          They wrote: “{danger.words}”. {danger.check === "no_danger" ? "Checked: not an emergency. " : ""}Call them if
          in doubt.
        </Notice>
      ) : null}
    </>
  )
}
