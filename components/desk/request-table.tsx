import { NearestClockBadge } from "@/components/desk/clock-badge"
import { FoundElsewhere } from "@/components/requests/found-elsewhere"
import { addressLine } from "@/components/requests/premises-text"
import { PriorityBadge } from "@/components/requests/priority-badge"
import { Reference } from "@/components/requests/reference"
import { StatusBadge } from "@/components/requests/status-badge"
import { TakeButton } from "@/components/requests/take-button"
import { Age } from "@/components/ui/age"
import { Card } from "@/components/ui/card"
import { ListLink } from "@/components/ui/link"
import { Marked } from "@/components/ui/marked"
import { MARK } from "@/components/ui/marked-parts"
import { MutedLine } from "@/components/ui/muted"
import { type Column, Table } from "@/components/ui/table"
import { CATEGORIES } from "@/lib/model/category"
import { isOpen } from "@/lib/model/status"
import type { NearestClock } from "@/lib/oversight/service-levels/contract"
import type { ListedRequest } from "@/lib/requests/contract"

interface Row extends ListedRequest {
  /** The clock due first, if any is unmet. */
  clock: NearestClock | undefined
  /** Whether the viewer can take it: an emergency that nobody has. */
  takes: boolean
  /** What was searched for. */
  q?: string
}

const SHOWN = ["reference", "title", "customer", "address"] as const

const COLUMNS: Column<Row>[] = [
  {
    name: "Request",
    heading: true,
    cell: ({ id, version, reference, title, category, takes, foundIn, q }) => (
      <span className="block min-w-0 space-y-0.5 wrap-anywhere md:min-w-44">
        <ListLink href={`/desk/requests/${id}`} className="line-clamp-2">
          <Marked text={title} q={q} />
        </ListLink>
        <MutedLine>
          <Reference className={foundIn?.includes("reference") ? MARK : ""}>{reference}</Reference> ·{" "}
          {CATEGORIES[category].name}
        </MutedLine>
        <FoundElsewhere foundIn={foundIn} shown={SHOWN} />
        {takes ? <TakeButton emergency={{ id, reference, version }} className="my-1" /> : null}
      </span>
    ),
  },
  {
    name: "Status",
    cell: ({ priority, status, clock }) => (
      <span className="flex min-w-0 flex-wrap justify-end gap-1 md:flex-col md:items-start">
        <PriorityBadge priority={priority} />
        <StatusBadge status={status} />
        {clock ? <NearestClockBadge clock={clock} /> : null}
      </span>
    ),
  },
  {
    name: "Customer",
    cell: ({ customer, premises, q }) => (
      <span className="block min-w-0 wrap-anywhere">
        <Marked text={customer.name} q={q} />
        <MutedLine>
          <Marked text={addressLine(premises)} q={q} />
        </MutedLine>
      </span>
    ),
  },
  { name: "Age", cell: ({ createdAt }) => <Age since={createdAt} /> },
]

const NOBODY = {
  staff: <strong className="text-warning">Unassigned</strong>,
  confirmation: "Unassigned: email not confirmed",
  none: "None",
}

const ASSIGNEE: Column<Row> = {
  name: "Assigned to",
  cell: ({ assignee, waitsFor }) => assignee?.name ?? NOBODY[waitsFor ?? "none"],
}

interface RequestTableProps {
  caption: string
  requests: readonly ListedRequest[]
  clocks: readonly NearestClock[]
  /** Left out where all are one's own. */
  withAssignee: boolean
  /** Ids of those that the viewer can take. */
  takeable: ReadonlySet<string>
  /** What was searched for. */
  q?: string
}

export function RequestTable({ caption, requests, clocks, withAssignee, takeable, q }: RequestTableProps) {
  const byRequest = new Map(clocks.map((clock) => [clock.requestId, clock]))
  return (
    <Card flush>
      <Table
        caption={caption}
        columns={withAssignee ? [...COLUMNS, ASSIGNEE] : COLUMNS}
        rows={requests.map((request) => ({
          ...request,
          clock: byRequest.get(request.id),
          takes: takeable.has(request.id),
          q,
        }))}
        keyOf={({ id }) => id}
        alarming={({ priority, status }) => priority === "emergency" && isOpen(status)}
      />
    </Card>
  )
}
