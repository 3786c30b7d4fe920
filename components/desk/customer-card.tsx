import type { ReactNode } from "react"
import { factorAddress } from "@/components/shell/factor-address"
import { Card } from "@/components/ui/card"
import { Icon } from "@/components/ui/icon"
import type { IconName } from "@/components/ui/icon-name"
import { Link, MailLink, PhoneLink } from "@/components/ui/link"
import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import { CONTACT_NAMES } from "@/lib/model/contact"
import type { ServiceRequest } from "@/lib/requests/contract"

interface CustomerCardProps {
  request: ServiceRequest
  /** Whether the reader may remove a second factor that the customer has lost. */
  factors: boolean
}

/** Whom to talk to, and how they would like it. */
export function CustomerCard({ request, factors }: CustomerCardProps) {
  const { customer, contactPhone } = request
  const isNameless = customer.id === REPORTER.id
  return (
    <Card title="Customer">
      <div className="space-y-3">
        <p className="text-lg font-semibold" dir="auto">
          {customer.name}
        </p>
        {isNameless ? (
          <ContactLine icon="phone">
            <PhoneLink number={contactPhone ?? ""} />
          </ContactLine>
        ) : customer.phone ? (
          <Contacts request={request} />
        ) : (
          <>
            <p>The customer has deleted their account.</p>
            {contactPhone ? (
              <ContactLine icon="phone-call">
                <PhoneLink number={contactPhone} />
              </ContactLine>
            ) : null}
          </>
        )}
        {customer.phone && factors ? (
          <p>
            <Link href={factorAddress(customer.id, { request: request.id })}>Two-factor authentication</Link>
          </p>
        ) : null}
      </div>
    </Card>
  )
}

function Contacts({ request: { customer, contactPhone, contactPreference, reference } }: { request: ServiceRequest }) {
  return (
    <>
      <div className="space-y-1">
        {contactPhone ? (
          <ContactLine icon="phone-call">
            <PhoneLink number={contactPhone} /> (with them now)
          </ContactLine>
        ) : null}
        <ContactLine icon="phone">
          <PhoneLink number={customer.phone} />
        </ContactLine>
        <ContactLine icon="mail">
          <MailLink address={customer.email} subject={reference} />
        </ContactLine>
      </div>
      <p>
        Prefers: <strong>{CONTACT_NAMES[contactPreference].toLowerCase()}</strong>
      </p>
    </>
  )
}

const ContactLine = ({ icon, children }: { icon: IconName; children: ReactNode }) => (
  <p className="flex min-h-8 items-center gap-3">
    <Icon name={icon} className="size-5 text-muted" />
    <span className="min-w-0">{children}</span>
  </p>
)
