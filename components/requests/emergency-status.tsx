import { Icon } from "@/components/ui/icon"
import { PhoneLink } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import { isOpen } from "@/lib/model/status"
import type { RequestSummary } from "@/lib/requests/contract"
import { env } from "@/lib/runtime/env"

type Emergency = Pick<RequestSummary, "priority" | "status" | "acknowledgement" | "alerted">

/** What its reporter can count on, said the same wherever an open emergency is shown; nothing for other requests. */
export function EmergencyStatus({ emergency }: { emergency: Emergency }) {
  if (emergency.priority !== "emergency" || !isOpen(emergency.status)) return null
  return (
    <div className="flex gap-3 rounded-md border-l-4 border-danger bg-danger-soft px-4 py-3 text-danger">
      <Icon name="siren" className="mt-0.5 size-5" />
      <div className="min-w-0 space-y-1">
        <Words emergency={emergency} />
      </div>
    </div>
  )
}

function Words({ emergency: { acknowledgement, alerted } }: { emergency: Emergency }) {
  const number = <PhoneLink number={env().EMERGENCY_PHONE} className="font-bold underline underline-offset-4" />
  // Whatever its status: work may have begun before it was known for an emergency.
  if (!acknowledgement)
    return (
      <>
        <p className="font-semibold">
          {alerted
            ? "We have alerted the on-call team; nobody has confirmed yet."
            : "We have your report, but could not reach anyone on duty yet."}{" "}
          Call {number}
        </p>
        <p className="text-ink">
          {alerted
            ? "Call first, even if you have reported it here. This report alerts our on-call team as well."
            : "Call now: do not wait for us to see this report. We have told our supervisors and keep trying."}
        </p>
      </>
    )
  return (
    <>
      <p className="font-semibold">
        {acknowledgement.by?.name ?? "Our on-call team"} confirmed at <Time value={acknowledgement.at} />
      </p>
      <p className="text-ink">If anything changes or anyone feels unwell, call {number}</p>
    </>
  )
}
