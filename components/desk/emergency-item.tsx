import { EmergencyOffer } from "@/components/desk/emergency-offer"
import { againWords, dangerWords, type EmergencyViewer, whySeen } from "@/components/desk/emergency-words"
import { JoinedReports } from "@/components/desk/joined-reports"
import { addressLine } from "@/components/requests/premises-text"
import { TakeButton } from "@/components/requests/take-button"
import { Age } from "@/components/ui/age"
import { PageLink, PhoneLink } from "@/components/ui/link"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

interface EmergencyItemProps {
  emergency: Emergency
  viewer: EmergencyViewer
}

/** Folded it is one line: what must be known to call and to take it. The rest unfolds. */
export function EmergencyItem({ emergency, viewer }: EmergencyItemProps) {
  const { id, reference, title, premises, customer, createdAt, reportedAgain } = emergency
  return (
    <li className="emergency-row">
      <Age since={createdAt} short />
      <p>
        <PageLink href={`/desk/requests/${id}`}>
          {dangerWords(emergency)}
          <span className="sr-only">
            , {reference}: {title}
          </span>
        </PageLink>
        {reportedAgain > 0 ? <b className="block">{againWords(reportedAgain)}</b> : null}
      </p>
      <p>{addressLine(premises)}</p>
      <PhoneLink number={customer.phone} className="" />
      {viewer.takes ? <TakeButton emergency={emergency} /> : null}
      <details>
        <summary>
          <EmergencyOffer emergency={emergency} viewer={viewer} />
        </summary>
        <p className="font-bold">{title}</p>
        <p>
          {reference}, {customer.name}. {whySeen(emergency, viewer)}
        </p>
        <JoinedReports emergency={emergency} opens={viewer.everybodys} />
      </details>
    </li>
  )
}
