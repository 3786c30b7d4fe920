import { factorAddress } from "@/components/shell/factor-address"
import { Link, MailLink, PhoneLink } from "@/components/ui/link"
import { REPORTER } from "@/lib/dispatch/emergency-reports/reporter"
import { CONTACT_NAMES } from "@/lib/model/contact"
import type { ServiceRequest } from "@/lib/requests/contract"

interface CustomerPartProps {
  request: ServiceRequest
  /** Whether the reader may remove a second factor that the customer has lost. */
  factors: boolean
}

/** Whom to talk to, and how they would like it. */
export function CustomerPart({ request, factors }: CustomerPartProps) {
  const { customer, contactPhone, contactPreference, reference } = request
  const isNameless = customer.id === REPORTER.id
  const isGone = !isNameless && !customer.phone
  return (
    <section>
      <h2>Customer</h2>
      <p className="name" dir="auto">
        {customer.name}
      </p>
      {request.channel === "phone" ? <p>Taken by phone by {request.takenBy?.name ?? "staff"}</p> : null}
      {isGone ? <p>The customer has deleted their account.</p> : null}
      {contactPhone || isNameless ? (
        <p>
          <PhoneLink number={contactPhone ?? ""} />
          {customer.phone ? " (with them now)" : null}
        </p>
      ) : null}
      {customer.phone ? (
        <>
          <p>
            <PhoneLink number={customer.phone} />
          </p>
          {customer.email ? (
            <p>
              <MailLink address={customer.email} subject={reference} />
            </p>
          ) : null}
          <p>
            Prefers: <b>{CONTACT_NAMES[contactPreference].toLowerCase()}</b>
          </p>
        </>
      ) : null}
      {customer.phone && factors ? (
        <Link href={factorAddress(customer.id, { request: request.id })}>Two-factor authentication</Link>
      ) : null}
    </section>
  )
}
