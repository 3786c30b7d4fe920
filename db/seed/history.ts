import { v7 } from "uuid"
import type { accounts } from "@/db/schema/accounts"
import type { requestEvents, serviceRequests } from "@/db/schema/requests"
import type { Premises } from "@/lib/accounts/premises"
import { categoryFacts } from "@/lib/requests/category"
import { CONTACT_PREFERENCES } from "@/lib/requests/contact"
import { newReference } from "@/lib/requests/reference"
import { type Status, WAY_TO } from "@/lib/requests/status"
import type { Story } from "./stories"

type Account = typeof accounts.$inferSelect
type Event = typeof requestEvents.$inferInsert

const HOUR = 3_600_000

/** What was said on the last step of the odd ones. */
const ON_HOLD = "We are waiting for a part, and for a time that suits you. Please ring us."
const CANCELLED = "You told us by phone that it has been settled."

interface Plan {
  story: Story
  status: Status
  customer: Account
  /** Nobody, when it still waits. */
  assignee: Account | undefined
  filedAt: Date
}

/** One request as it is today, with every event that brought it there. */
export function tell({ story, status, customer, assignee, filedAt }: Plan) {
  const { category, title, description } = story
  const { priority } = categoryFacts(category)
  const id = v7({ msecs: filedAt.getTime() })
  const base = { requestId: id, visibleToCustomer: true }
  const events: Event[] = [
    { ...base, kind: "filed", actorId: customer.id, data: { category, priority }, createdAt: filedAt },
  ]
  let at = filedAt
  if (assignee) {
    const data = { assigneeId: assignee.id, assigneeName: assignee.name, strategy: "skilled" }
    events.push({ ...base, kind: "assigned", actorId: null, data, createdAt: at })
    // Nobody waits to say that they have an emergency, which would be on its way to the next by now.
    if (priority === "emergency") {
      const createdAt = new Date(at.getTime() + 20_000)
      events.push({ ...base, kind: "acknowledged", actorId: assignee.id, data: {}, createdAt })
    }
  }
  let from: Status = "pending"
  for (const to of WAY_TO[status]) {
    at = new Date(
      Math.min(at.getTime() + HOUR * (priority === "emergency" ? 0.4 : 5 + (title.length % 20)), Date.now() - 60_000),
    )
    const note = noteOf(story, to)
    events.push({
      ...base,
      kind: "moved",
      actorId: assignee?.id ?? null,
      data: { from, to, ...(note && { note }) },
      createdAt: at,
    })
    from = to
  }
  const request: typeof serviceRequests.$inferInsert = {
    id,
    reference: newReference(),
    customerId: customer.id,
    assigneeId: assignee?.id,
    category,
    priority,
    status,
    title,
    description,
    premises: customer.premises as Premises,
    contactPreference: CONTACT_PREFERENCES[title.length % CONTACT_PREFERENCES.length] ?? "phone",
    version: events.length,
    createdAt: filedAt,
    updatedAt: at,
  }
  return { request, events }
}

function noteOf(story: Story, to: Status): string | undefined {
  if (to === "in_progress") return story.started
  if (to === "resolved") return story.done
  if (to === "on_hold") return ON_HOLD
  return to === "cancelled" ? CANCELLED : undefined
}
