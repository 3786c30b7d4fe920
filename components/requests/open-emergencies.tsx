import { EmergencyStatus } from "@/components/requests/emergency-status"
import { addressLine } from "@/components/requests/premises-text"
import { Reference } from "@/components/requests/reference"
import { Heading } from "@/components/ui/heading"
import { PageLink } from "@/components/ui/link"
import type { RequestSummary } from "@/lib/requests/contract"

/** A customer's open emergencies, above everything else that they have asked for. */
export function OpenEmergencies({ emergencies }: { emergencies: readonly RequestSummary[] }) {
  if (emergencies.length === 0) return null
  return (
    <section aria-labelledby="open-emergencies" className="space-y-3">
      <Heading size="section" id="open-emergencies">
        {emergencies.length === 1 ? "Your emergency" : "Your emergencies"}
      </Heading>
      <ul className="space-y-4">
        {emergencies.map((emergency) => (
          <li key={emergency.id} className="overflow-hidden rounded-lg border-2 border-alarm bg-surface">
            <div className="bg-alarm px-4 py-3 text-on-alarm sm:px-6">
              <Heading level={3} size="item" className="wrap-anywhere">
                <PageLink href={`/requests/${emergency.id}`} className="on-solid underline underline-offset-4">
                  <bdi>{emergency.title}</bdi>
                </PageLink>
              </Heading>
              <p className="wrap-anywhere">
                <Reference>{emergency.reference}</Reference> · {addressLine(emergency.premises)}
              </p>
            </div>
            <EmergencyStatus emergency={emergency} />
          </li>
        ))}
      </ul>
    </section>
  )
}
