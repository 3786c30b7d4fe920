import { addressLine } from "@/components/requests/premises-text"
import { PriorityBadge } from "@/components/requests/priority-badge"
import { StatusBadge } from "@/components/requests/status-badge"
import { Card } from "@/components/ui/card"
import { ListLink } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { isOpen } from "@/lib/model/status"
import type { ListedRequest } from "@/lib/requests/contract"

const COLUMNS: Column<ListedRequest>[] = [
  { name: "Reference", cell: ({ reference }) => <span className="md:whitespace-nowrap">{reference}</span> },
  {
    name: "Request",
    heading: true,
    cell: ({ id, title }) => (
      <ListLink href={`/desk/requests/${id}`} className="wrap-anywhere">
        <bdi>{title}</bdi>
      </ListLink>
    ),
  },
  { name: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
  { name: "Priority", cell: ({ priority }) => <PriorityBadge priority={priority} /> },
  { name: "Place", cell: ({ premises }) => <span className="wrap-anywhere">{addressLine(premises)}</span> },
  { name: "Received", cell: ({ createdAt }) => <Time value={createdAt} /> },
  {
    name: "Assigned to",
    cell: ({ assignee, status }) => <bdi>{assignee?.name ?? (isOpen(status) ? "Unassigned" : "None")}</bdi>,
  },
]

interface CustomerRequestsProps {
  title: string
  /** What to say where there are none. */
  none: string
  requests: readonly ListedRequest[]
}

/** Requests of one customer, with where each one is about: they may have several homes. */
export const CustomerRequests = ({ title, none, requests }: CustomerRequestsProps) => (
  <Card title={title} flush={requests.length > 0}>
    {requests.length > 0 ? (
      <Table caption={title} columns={COLUMNS} rows={requests} keyOf={({ id }) => id} />
    ) : (
      <p>{none}</p>
    )}
  </Card>
)
