import { elsewhereWords } from "@/components/requests/elsewhere-words"
import { addressLine } from "@/components/requests/premises-text"
import { type RequestRow, RequestRows } from "@/components/requests/request-rows"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { markWords } from "@/components/ui/mark-words"
import { dayText } from "@/components/ui/time"
import { CATEGORIES } from "@/lib/model/category"
import type { ListedRequest } from "@/lib/requests/contract"

interface RequestListProps {
  requests: readonly ListedRequest[]
  /** True when only some of the person's requests were asked for. */
  filtered: boolean
  /** What was searched for. */
  q?: string
}

const SHOWN = ["reference", "title", "address"] as const

/** A customer's own requests. */
export function RequestList({ requests, filtered, q }: RequestListProps) {
  if (requests.length === 0) return filtered ? <NoneSuch q={q} /> : <NoneYet />
  return <RequestRows rows={requests.map((request) => rowOf(request, q))} />
}

function rowOf(request: ListedRequest, q: string | undefined): RequestRow {
  const { id, reference, title, category, status, premises, createdAt, foundIn } = request
  return {
    id,
    reference,
    title: markWords(title, q),
    category: CATEGORIES[category].name,
    place: markWords(addressLine(premises), q),
    state: `Received ${dayText(createdAt)} · ${status === "resolved" ? "Is it fixed? Tell us" : holderOf(request)}`,
    status,
    elsewhere: elsewhereWords(foundIn, SHOWN),
    isFound: foundIn?.includes("reference"),
  }
}

function holderOf({ assignee, waitsFor }: ListedRequest): string {
  if (assignee) return `Assigned to ${assignee.name}`
  if (waitsFor === "confirmation") return "Waiting for you to confirm your email address"
  return waitsFor ? "Waiting to be assigned" : "Not assigned"
}

function NoneYet() {
  return (
    <EmptyState
      icon="inbox"
      title="You have no requests yet"
      action={<ButtonLink href="/requests/new">New request</ButtonLink>}
    >
      Your requests will appear here, with every update.
    </EmptyState>
  )
}

function NoneSuch({ q }: { q?: string }) {
  return (
    <EmptyState
      icon="inbox"
      title={q ? "No requests found" : "You have no requests with this status"}
      action={
        <ButtonLink href="/requests" variant="secondary">
          View all requests
        </ButtonLink>
      }
    />
  )
}
