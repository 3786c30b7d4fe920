"use client"

import { EmergencyOffer } from "@/components/desk/emergency-offer"
import { whySeen } from "@/components/desk/emergency-viewer"
import { JoinedReports } from "@/components/desk/joined-reports"
import type { ShownOffer } from "@/components/desk/offer-of"
import { Reference } from "@/components/requests/reference"
import { TakeButton } from "@/components/requests/take-button"
import { Age } from "@/components/ui/age"
import { PageLink, PhoneLink } from "@/components/ui/link"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

interface EmergencyItemProps {
  emergency: Pick<Emergency, "id" | "version" | "reference" | "title" | "customer" | "createdAt"> &
    Partial<Pick<Emergency, "askedAgain" | "reportedAgain" | "reports" | "added">>
  address: string
  /** What the danger is. */
  danger: string
  /** What is known of the people there. */
  people?: string
  /** How often it was reported again. */
  again?: string
  offer: ShownOffer
  /** Whether the viewer sees all emergencies. */
  everybodys?: boolean
  /** Whether the viewer may take it. */
  takes?: boolean
  /** On a wide screen it is shown once all are asked for. */
  later?: boolean
}

/**
 * Folded it is one line: what must be known to call and to take it. The rest unfolds. Made from facts in the browser as
 * well, since these are a fraction of what they are shown as, and there may be many.
 */
export function EmergencyItem(shown: EmergencyItemProps) {
  const { emergency, address, danger, people, again, offer, everybodys = false, takes, later } = shown
  const { id, reference, title, customer, createdAt, reportedAgain = 0, reports = [], added } = emergency
  return (
    <li className={later ? "emergency-row later" : "emergency-row"}>
      <Age since={createdAt} short />
      <p>
        <PageLink href={`/desk/requests/${id}`}>
          {danger}
          <span className="sr-only">{`, ${reference}: ${title}`}</span>
        </PageLink>
      </p>
      <p>
        {/* Above whatever there is to say besides: it has to be in sight. */}
        <span>{address}</span>
        {people ? <b>{people}</b> : null}
        {added ? (
          <b className="line-clamp-3">
            Added: “<bdi>{added}</bdi>”
          </b>
        ) : null}
        {again ? <b>{again}</b> : null}
      </p>
      <PhoneLink number={customer.phone} className="" />
      {takes ? <TakeButton emergency={emergency} /> : null}
      <details>
        <summary>
          <EmergencyOffer offer={offer} />
        </summary>
        <p dir="auto">
          <b>{title}</b>
        </p>
        <p>
          <Reference>{reference}</Reference>, <bdi>{customer.name}</bdi>. {whySeen(offer.isTheirs, everybodys)}
        </p>
        <JoinedReports {...{ address, reports, reportedAgain }} opens={everybodys} />
      </details>
    </li>
  )
}
