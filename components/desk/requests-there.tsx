import { Reference } from "@/components/requests/reference"
import { StatusBadge } from "@/components/requests/status-badge"
import { Link } from "@/components/ui/link"
import { MutedLine } from "@/components/ui/muted"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { categoryFacts } from "@/lib/model/category"
import type { RequestThere } from "@/lib/requests/premises/contract"

const COLUMNS: Column<RequestThere>[] = [
  {
    name: "Request",
    heading: true,
    cell: ({ id, title, reference, readable }) => (
      <span className="block min-w-0 wrap-anywhere">
        {readable ? (
          <Link href={`/desk/requests/${id}`}>
            <bdi>{title}</bdi>
          </Link>
        ) : (
          <bdi>{title}</bdi>
        )}
        <MutedLine>
          <Reference>{reference}</Reference>
        </MutedLine>
      </span>
    ),
  },
  {
    name: "Category",
    cell: ({ category, customer }) => (
      <span className="block min-w-0 wrap-anywhere">
        {categoryFacts(category).name}
        <MutedLine>
          <bdi>{customer.name}</bdi>
        </MutedLine>
      </span>
    ),
  },
  {
    name: "Status",
    cell: ({ status, createdAt }) => (
      <>
        <StatusBadge status={status} />
        <MutedLine>
          Received <Time value={createdAt} />
        </MutedLine>
      </>
    ),
  },
]

export const RequestsThere = ({ requests }: { requests: readonly RequestThere[] }) => (
  <Table caption="Requests" columns={COLUMNS} rows={requests} keyOf={({ id }) => id} />
)
