import { Reference } from "@/components/requests/reference"
import { StatusBadge } from "@/components/requests/status-badge"
import { Link } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { Time } from "@/components/ui/time"
import { categoryFacts } from "@/lib/model/category"
import type { RequestThere } from "@/lib/requests/premises/contract"

const COLUMNS: Column<RequestThere>[] = [
  {
    name: "Request",
    heading: true,
    cell: ({ id, title, readable }) =>
      readable ? (
        <Link href={`/desk/requests/${id}`}>
          <bdi>{title}</bdi>
        </Link>
      ) : (
        <bdi>{title}</bdi>
      ),
  },
  { name: "Reference", cell: ({ reference }) => <Reference>{reference}</Reference> },
  { name: "Category", cell: ({ category }) => categoryFacts(category).name },
  { name: "Customer", cell: ({ customer }) => <bdi>{customer.name}</bdi> },
  { name: "Received", cell: ({ createdAt }) => <Time value={createdAt} /> },
  { name: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
]

export const RequestsThere = ({ requests }: { requests: readonly RequestThere[] }) => (
  <Table caption="Requests" columns={COLUMNS} rows={requests} keyOf={({ id }) => id} />
)
