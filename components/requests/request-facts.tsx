import { Address, supplyFacts } from "@/components/requests/premises-text"
import { DescriptionList } from "@/components/ui/description-list"
import { Time } from "@/components/ui/time"
import { CATEGORIES } from "@/lib/model/category"
import { CONTACT_NAMES } from "@/lib/model/contact"
import type { ServiceRequest } from "@/lib/requests/contract"

/** Read by customers and staff alike. */
const NOBODY = {
  staff: "Not assigned yet: waiting for the next available person",
  supervisors: "Not assigned yet: offered to all supervisors",
  confirmation: "Not assigned yet: waiting for the customer to confirm their email address",
  none: "Not assigned",
} as const

/** The category, address and assignee of a request. */
export function RequestFacts({ request }: { request: ServiceRequest }) {
  const { category, description, premises, contactPreference, assignee, externalReference, createdAt, updatedAt } =
    request
  return (
    <DescriptionList
      items={[
        { term: "Category", detail: CATEGORIES[category].name },
        { term: "Description", detail: description },
        { term: "Premises", detail: <Address {...premises} /> },
        ...supplyFacts(premises),
        { term: "Contact by", detail: CONTACT_NAMES[contactPreference] },
        { term: "Assigned to", detail: assignee?.name ?? NOBODY[whatFor(request)] },
        ...(externalReference ? [{ term: "Sender’s reference", detail: externalReference }] : []),
        { term: "Received", detail: <Time value={createdAt} /> },
        { term: "Last updated", detail: <Time value={updatedAt} /> },
      ]}
    />
  )
}

/** An emergency is offered to no single person only at its last escalation level. */
function whatFor({ priority, waitsFor }: ServiceRequest): keyof typeof NOBODY {
  if (priority === "emergency" && waitsFor === "staff") return "supervisors"
  return waitsFor ?? "none"
}
