import { GripVertical } from "lucide-react"
import { PriorityBadge } from "@/components/requests/priority-badge"
import { Pick } from "@/components/team/pick"
import { Age } from "@/components/ui/age"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import { type Column, Table } from "@/components/ui/table"
import { CATEGORIES } from "@/lib/requests/category"
import { chosenValue } from "@/lib/team/chosen-value"
import type { Waiting } from "@/lib/team/contract"

const COLUMNS: Column<Waiting>[] = [
  {
    name: "Request",
    heading: true,
    cell: (request) => (
      <span className="flex items-start gap-3">
        {/* Of use to a mouse and a script only; the box beside it is for everybody. */}
        <span
          aria-hidden
          draggable
          data-request={chosenValue(request)}
          className="hidden cursor-grab text-muted [@media(scripting:enabled)_and_(pointer:fine)]:block"
        >
          <GripVertical className="size-5" />
        </span>
        <Pick request={request} />
        <span className="block min-w-0 space-y-0.5">
          <Link href={`/desk/requests/${request.id}`} className="line-clamp-2">
            {request.title}
          </Link>
          <span className="block text-sm font-normal text-muted">
            <span className="whitespace-nowrap">{request.reference}</span> · {CATEGORIES[request.category].name}
          </span>
        </span>
      </span>
    ),
  },
  { name: "Priority", cell: ({ priority }) => <PriorityBadge priority={priority} /> },
  { name: "Why it waits", cell: ({ why }) => <span className="block min-w-0 wrap-anywhere">{why}</span> },
  { name: "Age", cell: ({ createdAt }) => <Age since={createdAt} /> },
]

/** What nobody has, most urgent first, and why. */
export const QueueTable = ({ requests }: { requests: readonly Waiting[] }) => (
  <Card title="Waiting" flush>
    {requests.length > 0 ? (
      <Table
        caption="Requests that nobody has"
        columns={COLUMNS}
        rows={requests}
        keyOf={({ id }) => id}
        alarming={({ priority }) => priority === "emergency"}
      />
    ) : (
      <p className="px-4 py-5 sm:px-6">Nothing waits: somebody has each open request.</p>
    )}
  </Card>
)
