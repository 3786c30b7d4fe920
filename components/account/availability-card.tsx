import { DutyWords } from "@/components/rosters/duty-words"
import { Badge } from "@/components/ui/badge"
import { Card } from "@/components/ui/card"
import { DescriptionList } from "@/components/ui/description-list"
import { Form } from "@/components/ui/form"
import { Muted } from "@/components/ui/muted"
import { Submit } from "@/components/ui/submit"
import type { Availability } from "@/lib/dispatch/staff/contract"
import type { FormAction } from "@/lib/http/form-state"
import { CATEGORIES, CATEGORY_IDS } from "@/lib/model/category"

interface AvailabilityCardProps {
  availability: Availability
  action: FormAction
}

/** Whether somebody takes new requests, which is theirs to say, and how many of which kind, which is not. */
export function AvailabilityCard({ availability, action }: AvailabilityCardProps) {
  const { available, openRequests, capacity, categories, duty } = availability
  return (
    <Card title="Availability" actions={available ? <Badge tone="success">Available</Badge> : <Badge>Away</Badge>}>
      <div className="space-y-5">
        <p>
          {available
            ? "New requests are assigned to you during your shifts. If you stop, requests you have not started are reassigned. Work in progress stays with you."
            : "No new requests are assigned to you. When you start, you may be assigned requests from the queue."}
        </p>
        <Form action={action} className="">
          <input type="hidden" name="available" value={String(!available)} />
          <Submit variant={available ? "secondary" : "primary"}>
            {available ? "Stop taking new requests" : "Start taking new requests"}
          </Submit>
        </Form>
        <DescriptionList
          items={[
            { term: "Now", detail: <DutyWords duty={duty} /> },
            { term: "Open requests", detail: `${openRequests} of ${capacity}` },
            { term: "Categories", detail: namesOf(categories) },
          ]}
        />
        <Muted small>An administrator sets your capacity and categories.</Muted>
      </div>
    </Card>
  )
}

function namesOf(categories: readonly (typeof CATEGORY_IDS)[number][]): string {
  if (categories.length === CATEGORY_IDS.length) return "All"
  return categories.map((category) => CATEGORIES[category].name).join(", ") || "None"
}
