import { FoundElsewhere } from "@/components/requests/found-elsewhere"
import { addressLine } from "@/components/requests/premises-text"
import { Reference } from "@/components/requests/reference"
import { StatusBadge } from "@/components/requests/status-badge"
import { ButtonLink } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import { PageLink } from "@/components/ui/link"
import { MARK, Marked } from "@/components/ui/marked"
import { Muted } from "@/components/ui/muted"
import { PANEL } from "@/components/ui/style"
import { Time } from "@/components/ui/time"
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
  return (
    <ul className={`${PANEL} divide-y divide-line overflow-hidden`}>
      {requests.map((request) => (
        <Row key={request.id} {...request} q={q} />
      ))}
    </ul>
  )
}

function Row({
  id,
  reference,
  title,
  category,
  status,
  premises,
  assignee,
  waitsFor,
  createdAt,
  foundIn,
  q,
}: ListedRequest & { q?: string }) {
  return (
    <li className="relative flex flex-col gap-x-8 gap-y-2 px-4 py-4 hover:bg-sunken sm:flex-row sm:items-start sm:justify-between sm:px-6">
      <div className="min-w-0 space-y-1">
        {/* The link covers the whole row, so that any of it can be pressed. */}
        <h2>
          <PageLink
            href={`/requests/${id}`}
            className="font-semibold text-accent underline-offset-4 after:absolute after:inset-0 hover:underline"
          >
            <Marked text={title} q={q} />
          </PageLink>
        </h2>
        <Muted small>
          <Reference className={foundIn?.includes("reference") ? MARK : ""}>{reference}</Reference> ·{" "}
          {CATEGORIES[category].name} · <Marked text={addressLine(premises)} q={q} />
        </Muted>
        <Muted small>
          Received <Time value={createdAt} dateOnly /> ·{" "}
          {assignee
            ? `Assigned to ${assignee.name}`
            : waitsFor === "confirmation"
              ? "Waiting for you to confirm your email address"
              : waitsFor
                ? "Waiting to be assigned"
                : "Not assigned"}
        </Muted>
        <FoundElsewhere foundIn={foundIn} shown={SHOWN} />
      </div>
      <div className="shrink-0">
        <StatusBadge status={status} />
      </div>
    </li>
  )
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
