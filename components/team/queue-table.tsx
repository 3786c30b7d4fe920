"use client"

import { PriorityBadge } from "@/components/requests/priority-badge"
import { Reference } from "@/components/requests/reference"
import { TakeButton } from "@/components/requests/take-button"
import { Grip } from "@/components/team/grip"
import { Pick } from "@/components/team/pick"
import { Age } from "@/components/ui/age"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { MutedLine } from "@/components/ui/muted"
import { type Column, Table } from "@/components/ui/table"
import type { UnassignedRequest } from "@/lib/dispatch/team/contract"
import { CATEGORIES } from "@/lib/model/category"

/** Rows are made in the browser once more, from what is told here: that is far less than the rows. */
export interface QueueRow
  extends Pick<UnassignedRequest, "id" | "reference" | "title" | "category" | "priority" | "createdAt" | "why"> {
  /** Missing while it is offered to somebody: it is taken then, and not assigned. */
  version?: number
  emergency?: EmergencyFacts
}

/** What is told of an emergency that nobody has. */
export interface EmergencyFacts {
  address: string
  /** How often it was reported again, and what else there is around it. */
  reports?: string
  takes: boolean
  version: number
  askedAgain: boolean
}

const COLUMNS: Column<QueueRow>[] = [
  {
    name: "Request",
    heading: true,
    cell: (request) => (
      <span className="flex items-start gap-3">
        {request.version === undefined ? null : <Handles request={{ ...request, version: request.version }} />}
        <span className="block min-w-0 space-y-0.5">
          <Link href={`/desk/requests/${request.id}`} className="line-clamp-2 wrap-anywhere">
            <bdi>{request.title}</bdi>
          </Link>
          <MutedLine>
            <Reference>{request.reference}</Reference> · {CATEGORIES[request.category].name}
          </MutedLine>
          {request.emergency ? <Facts {...request} emergency={request.emergency} /> : null}
        </span>
      </span>
    ),
  },
  {
    name: "Why it is unassigned",
    cell: ({ priority, createdAt, why }) => (
      <span className="block space-y-1">
        <span className="block wrap-anywhere">{why}</span>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <PriorityBadge priority={priority} />
          <Age since={createdAt} />
        </span>
      </span>
    ),
  },
]

const Handles = ({ request }: { request: QueueRow & { version: number } }) => (
  <>
    <Grip request={request} />
    <Pick request={request} />
  </>
)

const Facts = ({ id, reference, emergency }: QueueRow & { emergency: EmergencyFacts }) => (
  <>
    <span className="block font-normal wrap-anywhere">{emergency.address}</span>
    {emergency.reports ? <strong className="block">{emergency.reports}</strong> : null}
    {emergency.takes ? <TakeButton emergency={{ ...emergency, id, reference }} className="my-1" /> : null}
  </>
)

/** The unassigned queue, most urgent first, with the reason for each request. */
export const QueueTable = ({ requests }: { requests: readonly QueueRow[] }) => (
  <Card title="Unassigned" flush>
    {requests.length > 0 ? (
      <Table
        caption="Unassigned requests"
        columns={COLUMNS}
        rows={requests}
        keyOf={({ id }) => id}
        alarming={({ priority }) => priority === "emergency"}
      />
    ) : (
      <p className="px-4 py-5 sm:px-6">No unassigned requests.</p>
    )}
  </Card>
)
