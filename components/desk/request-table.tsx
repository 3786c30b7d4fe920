import { PriorityBadge } from "@/components/requests/priority-badge"
import { StatusBadge } from "@/components/requests/status-badge"
import { Age } from "@/components/ui/age"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { CATEGORIES } from "@/lib/requests/category"
import type { RequestSummary } from "@/lib/requests/contract"
import { isOpen } from "@/lib/requests/status"

const COLUMNS: Column<RequestSummary>[] = [
  {
    name: "Request",
    heading: true,
    cell: ({ id, reference, title, category }) => (
      <span className="block min-w-0 space-y-0.5">
        <Link href={`/desk/requests/${id}`} className="line-clamp-2">
          {title}
        </Link>
        <span className="block text-sm font-normal text-muted">
          <span className="whitespace-nowrap">{reference}</span> · {CATEGORIES[category].name}
        </span>
      </span>
    ),
  },
  {
    name: "State",
    cell: ({ priority, status }) => (
      <span className="flex flex-wrap justify-end gap-1 md:flex-col md:items-start">
        <PriorityBadge priority={priority} />
        <StatusBadge status={status} />
      </span>
    ),
  },
  {
    name: "Customer",
    cell: ({ customer, premises }) => (
      <span className="block min-w-0 wrap-anywhere">
        {customer.name}
        <span className="block text-sm text-muted">{premises.town}</span>
      </span>
    ),
  },
  { name: "Age", cell: ({ createdAt }) => <Age since={createdAt} /> },
]

const NOBODY = {
  staff: <strong className="text-warning">Nobody yet</strong>,
  confirmation: "Nobody: e-mail not confirmed",
  none: "Nobody",
}

const ASSIGNEE: Column<RequestSummary> = {
  name: "Assignee",
  cell: ({ assignee, waitsFor }) => assignee?.name ?? NOBODY[waitsFor ?? "none"],
}

interface RequestTableProps {
  caption: string
  requests: readonly RequestSummary[]
  /** Left out where all are one's own. */
  withAssignee: boolean
}

export function RequestTable({ caption, requests, withAssignee }: RequestTableProps) {
  return (
    <Card flush>
      <Table
        caption={caption}
        columns={withAssignee ? [...COLUMNS, ASSIGNEE] : COLUMNS}
        rows={requests}
        keyOf={({ id }) => id}
        alarming={({ priority, status }) => priority === "emergency" && isOpen(status)}
      />
    </Card>
  )
}
