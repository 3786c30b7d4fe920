import { Address, supplyFacts } from "@/components/requests/premises-text"
import { DescriptionList } from "@/components/ui/description-list"
import { Time } from "@/components/ui/time"
import { CATEGORIES } from "@/lib/requests/category"
import { CONTACT_NAMES } from "@/lib/requests/contact"
import type { ServiceRequest } from "@/lib/requests/contract"

/** What was asked for, where, and who looks after it. */
export function RequestFacts({ request }: { request: ServiceRequest }) {
  const { category, description, premises, contactPreference, assignee, createdAt, updatedAt } = request
  return (
    <DescriptionList
      items={[
        { term: "Category", detail: CATEGORIES[category].name },
        { term: "Description", detail: description },
        { term: "Premises", detail: <Address {...premises} /> },
        ...supplyFacts(premises),
        { term: "Contact by", detail: CONTACT_NAMES[contactPreference] },
        { term: "Looked after by", detail: assignee?.name ?? "Nobody yet: waiting for the next person available" },
        { term: "Filed", detail: <Time value={createdAt} /> },
        { term: "Last change", detail: <Time value={updatedAt} /> },
      ]}
    />
  )
}
