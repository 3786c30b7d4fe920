import type { accounts } from "@/db/schema/accounts"
import type { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignedData } from "@/lib/dispatch/assignment/assign-sql"
import type { NewAssignment } from "@/lib/dispatch/assignment/candidates"
import { categoryFacts } from "@/lib/model/category"
import { CONTACT_PREFERENCES } from "@/lib/model/contact"
import type { Premises } from "@/lib/model/premises"
import { isOpen, type Status, WAY_TO } from "@/lib/model/status"
import { newReference } from "@/lib/requests/reference"
import { hoursTo } from "./progress"
import type { Story } from "./stories"

type Account = typeof accounts.$inferSelect
type Event = typeof requestEvents.$inferInsert

const HOUR = 3_600_000

/** Notes of steps that the stories do not describe. */
const ON_HOLD = "We could not reach you. Please ring us to agree a time that suits you."
const CANCELLED = "You told us by phone that it has been settled."

interface Plan {
  id: string
  story: Story
  status: Status
  customer: Account
  /** Undefined while it is unassigned. */
  assignment: NewAssignment | undefined
  filedAt: Date
}

/** One request as it is today, with why it is with whom and every event that brought it there. */
export function tell({ id, story, status, customer, assignment, filedAt }: Plan) {
  const { category, title, description } = story
  const { priority, hazard } = categoryFacts(category)
  const safetyCheck = hazard ? (hazard === "gas" ? "gas_smell" : "co_alarm") : "none"
  const assigneeId = assignment?.candidate.id ?? null
  const base = { requestId: id, visibleToCustomer: true }
  const events: Event[] = [
    { ...base, kind: "filed", actorId: customer.id, data: { category, priority, safetyCheck }, createdAt: filedAt },
  ]
  let at = filedAt
  if (assignment) {
    events.push({ ...base, kind: "assigned", actorId: null, data: assignedData(assignment), createdAt: at })
    // Nobody waits to say that they have an emergency, which would be on its way to the next by now.
    if (priority === "emergency") {
      const createdAt = new Date(at.getTime() + 20_000)
      events.push({ ...base, kind: "acknowledged", actorId: assigneeId, data: {}, createdAt })
    }
  }
  let from: Status = "pending"
  let openUntil = Number.POSITIVE_INFINITY
  for (const to of WAY_TO[status]) {
    at = new Date(Math.min(at.getTime() + HOUR * hoursTo(story, to), Date.now() - 60_000))
    if (isOpen(from) && !isOpen(to)) openUntil = at.getTime()
    const note = noteOf(story, to)
    events.push({
      ...base,
      kind: "moved",
      actorId: assigneeId,
      data: { from, to, ...(note && { note }), ...(to === "on_hold" && { waitingFor: "customer" }) },
      createdAt: at,
    })
    from = to
  }
  const request = {
    id,
    reference: newReference(),
    customerId: customer.id,
    assigneeId,
    category,
    priority,
    safetyCheck,
    status,
    title,
    description,
    premises: customer.premises as Premises,
    contactPreference: CONTACT_PREFERENCES[title.length % CONTACT_PREFERENCES.length] ?? "phone",
    version: events.length,
    createdAt: filedAt,
    updatedAt: at,
  } satisfies typeof serviceRequests.$inferInsert
  return { request, events, openUntil, decision: assignment?.decision }
}

function noteOf(story: Story, to: Status): string | undefined {
  if (to === "in_progress") return story.started
  if (to === "resolved") return story.done
  if (to === "on_hold") return ON_HOLD
  return to === "cancelled" ? CANCELLED : undefined
}
