"use client"

import { againWords } from "@/components/desk/again-words"
import { EmergencyOffer } from "@/components/desk/emergency-offer"
import { type EmergencyViewer, whySeen } from "@/components/desk/emergency-viewer"
import { JoinedReports } from "@/components/desk/joined-reports"
import type { ShownOffer } from "@/components/desk/offer-of"
import { addressLine } from "@/components/requests/premises-text"
import { Reference } from "@/components/requests/reference"
import { TakeButton } from "@/components/requests/take-button"
import { Age } from "@/components/ui/age"
import { PageLink, PhoneLink } from "@/components/ui/link"
import type { Emergency } from "@/lib/dispatch/escalation/contract"

interface EmergencyItemProps {
  emergency: Pick<
    Emergency,
    | "id"
    | "version"
    | "askedAgain"
    | "reference"
    | "title"
    | "premises"
    | "customer"
    | "createdAt"
    | "reportedAgain"
    | "reports"
    | "added"
  >
  /** What the danger is. */
  danger: string
  /** What is known of the people there; empty for nothing. */
  people: string
  offer: ShownOffer
  viewer: EmergencyViewer
}

/**
 * Folded it is one line: what must be known to call and to take it. The rest unfolds. Made from facts in the browser as
 * well, since these are a fraction of what they are shown as, and there may be many.
 */
export function EmergencyItem({ emergency, danger, people, offer, viewer }: EmergencyItemProps) {
  const { id, reference, title, premises, customer, createdAt, reportedAgain, added } = emergency
  return (
    <li className="emergency-row">
      <Age since={createdAt} short />
      <p>
        <PageLink href={`/desk/requests/${id}`}>
          {danger}
          <span className="sr-only">{`, ${reference}: ${title}`}</span>
        </PageLink>
      </p>
      <p>
        {/* Above whatever there is to say besides: it has to be in sight. */}
        <span>{addressLine(premises)}</span>
        {people ? <b className="block">{people}</b> : null}
        {added ? (
          <b className="block wrap-anywhere line-clamp-3">
            Added: “<bdi>{added}</bdi>”
          </b>
        ) : null}
        {reportedAgain > 0 ? <b className="block">{againWords(reportedAgain)}</b> : null}
      </p>
      <PhoneLink number={customer.phone} className="" />
      {viewer.takes ? <TakeButton emergency={emergency} /> : null}
      <details>
        <summary>
          <EmergencyOffer offer={offer} />
        </summary>
        <p className="font-bold" dir="auto">
          {title}
        </p>
        <p>
          <Reference>{reference}</Reference>, <bdi>{customer.name}</bdi>. {whySeen(offer.isTheirs, viewer)}
        </p>
        <JoinedReports emergency={emergency} opens={viewer.everybodys} />
      </details>
    </li>
  )
}
