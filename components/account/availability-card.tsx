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
    <Card
      title="Availability"
      actions={available ? <Badge tone="success">Taking new requests</Badge> : <Badge>Not taking new requests</Badge>}
    >
      <div className="space-y-5">
        <p>
          {available
            ? "New requests are given to you as they come in, on your shifts. When you stop, what you have not started goes to others; what is in progress stays with you."
            : "Nothing new is given to you. What waits for somebody comes to you as soon as you start."}
        </p>
        <Form action={action} className="">
          <input type="hidden" name="available" value={String(!available)} />
          <Submit variant={available ? "secondary" : "primary"}>
            {available ? "Stop taking new requests" : "Start taking new requests"}
          </Submit>
        </Form>
        <DescriptionList
          items={[
            { term: "Just now", detail: <DutyWords duty={duty} /> },
            { term: "Open requests", detail: `${openRequests} of at most ${capacity}` },
            { term: "Categories", detail: namesOf(categories) },
          ]}
        />
        <Muted small>An administrator sets how many you can hold, and of which categories.</Muted>
      </div>
    </Card>
  )
}

function namesOf(categories: readonly (typeof CATEGORY_IDS)[number][]): string {
  if (categories.length === CATEGORY_IDS.length) return "All"
  return categories.map((category) => CATEGORIES[category].name).join(", ") || "None"
}
