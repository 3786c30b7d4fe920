"use client"

import { PriorityBadge } from "@/components/requests/priority-badge"
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
export type QueueRow = Pick<
  UnassignedRequest,
  "id" | "reference" | "title" | "category" | "priority" | "version" | "createdAt" | "why"
>

const COLUMNS: Column<QueueRow>[] = [
  {
    name: "Request",
    heading: true,
    cell: (request) => (
      <span className="flex items-start gap-3">
        <Grip request={request} />
        <Pick request={request} />
        <span className="block min-w-0 space-y-0.5">
          <Link href={`/desk/requests/${request.id}`} className="line-clamp-2">
            {request.title}
          </Link>
          <MutedLine>
            <span className="inline-block max-w-full">{request.reference}</span> · {CATEGORIES[request.category].name}
          </MutedLine>
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
