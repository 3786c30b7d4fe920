import { Mail, Phone } from "lucide-react"
import { factorAddress } from "@/components/shell/factor-address"
import { Card } from "@/components/ui/card"
import { Link, MailLink, PhoneLink } from "@/components/ui/link"
import { CONTACT_NAMES } from "@/lib/model/contact"
import type { ServiceRequest } from "@/lib/requests/contract"

interface CustomerCardProps {
  request: ServiceRequest
  /** Whether the reader may remove a second factor that the customer has lost. */
  factors: boolean
}

/** Whom to talk to, and how they would like it. */
export function CustomerCard({ request, factors }: CustomerCardProps) {
  const { customer } = request
  return (
    <Card title="Customer">
      <div className="space-y-3">
        <p className="text-lg font-semibold">{customer.name}</p>
        {customer.phone ? <Contacts request={request} /> : <p>This customer has deleted their account.</p>}
        {customer.phone && factors ? (
          <p>
            <Link href={factorAddress(customer.id, { request: request.id })}>Two-factor authentication</Link>
          </p>
        ) : null}
      </div>
    </Card>
  )
}

function Contacts({ request: { customer, contactPreference, reference } }: { request: ServiceRequest }) {
  return (
    <>
      <ul className="space-y-1">
        <li className="flex min-h-8 items-center gap-3">
          <Phone aria-hidden className="size-5 shrink-0 text-muted" />
          <PhoneLink number={customer.phone} />
        </li>
        <li className="flex min-h-8 items-center gap-3">
          <Mail aria-hidden className="size-5 shrink-0 text-muted" />
          <MailLink address={customer.email} subject={reference} />
        </li>
      </ul>
      <p>
        Prefers: <strong>{CONTACT_NAMES[contactPreference].toLowerCase()}</strong>
      </p>
    </>
  )
}
