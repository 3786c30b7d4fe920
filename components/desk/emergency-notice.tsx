import { againOf } from "@/components/desk/again-of"
import { EmergencyOffer } from "@/components/desk/emergency-offer"
import { type EmergencyViewer, whySeen } from "@/components/desk/emergency-viewer"
import { offerOf } from "@/components/desk/offer-of"
import { needsLine } from "@/components/requests/needs-line"
import { addressLine } from "@/components/requests/premises-text"
import { TakeButton } from "@/components/requests/take-button"
import { PhoneLink } from "@/components/ui/link"
import type { Emergency } from "@/lib/dispatch/escalation/contract"
import { CATEGORIES } from "@/lib/model/category"
import type { Need } from "@/lib/model/need"
import type { ServiceRequest } from "@/lib/requests/contract"

/** An emergency that nobody has acknowledged, and who looks at it. */
export interface WaitingEmergency {
  emergency: Emergency
  viewer: EmergencyViewer
}

interface EmergencyNoticeProps {
  request: ServiceRequest
  /** Left out once somebody has it. */
  waiting?: WaitingEmergency
  needs: readonly Need[]
}

/** At the top of an emergency's page: whom to call and, while nobody has it, the button to take it. */
export function EmergencyNotice({ request, waiting, needs }: EmergencyNoticeProps) {
  const { category, customer, contactPhone, danger, premises } = request
  const phone = contactPhone ?? customer.phone
  return (
    <div className="on-solid space-y-2 rounded-md bg-alarm px-4 py-3 text-on-alarm sm:px-5">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 wrap-anywhere">
          <p className="text-lg font-bold">
            {phone ? "Emergency: call the customer now" : "Emergency: send an engineer now"}
          </p>
          <p>
            <bdi>{customer.name}</bdi>:{" "}
            <PhoneLink number={phone} className="font-bold underline decoration-2 underline-offset-4" />
          </p>
          <p>{addressLine(premises)}</p>
          {needs.length > 0 ? <p className="font-bold">{needsLine(needs)}</p> : null}
        </div>
        {waiting?.viewer.takes ? <TakeButton emergency={waiting.emergency} className="text-lg" /> : null}
      </div>
      {danger?.words ? (
        <p className="wrap-anywhere">
          Category: {CATEGORIES[category].name}. The customer wrote: “{danger.words}”.
        </p>
      ) : null}
      {waiting ? <Waiting {...waiting} /> : null}
    </div>
  )
}

function Waiting({ emergency, viewer }: WaitingEmergency) {
  const offer = offerOf(emergency, viewer)
  return (
    <div className="border-t border-on-alarm/40 pt-2">
      <p className="[&>time]:font-bold">
        <strong>{emergency.askedAgain ? "Confirm what was added." : "Nobody has it yet."}</strong>{" "}
        <EmergencyOffer offer={offer} />
      </p>
      <p>
        {emergency.reportedAgain > 0 ? `${againOf(emergency.premises, emergency)}. ` : null}
        {whySeen(offer.isTheirs, viewer.everybodys)}
      </p>
    </div>
  )
}
