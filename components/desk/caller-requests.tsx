import { PriorityBadge } from "@/components/requests/priority-badge"
import { StatusBadge } from "@/components/requests/status-badge"
import { Link } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import { isOpen } from "@/lib/model/status"
import type { CallerRequest } from "@/lib/requests/callers/contract"

/** What a caller may be calling about, open requests first. */
export const CallerRequests = ({ requests }: { requests: readonly CallerRequest[] }) => (
  <ul className="space-y-2">
    {requests.map(({ id, reference, title, status, priority, assignee, createdAt, readable }) => (
      <li key={id} className="space-y-0.5">
        <p className="wrap-anywhere">
          {readable ? <Link href={`/desk/requests/${id}`}>{reference}</Link> : reference} <bdi>{title}</bdi>
        </p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          <StatusBadge status={status} />
          {priority === "normal" ? null : <PriorityBadge priority={priority} />}
          <bdi>{assignee?.name ?? (isOpen(status) ? "Unassigned" : "")}</bdi>
          <Time value={createdAt} />
          {readable ? null : <Link href={`/desk/requests/${id}/note`}>Leave a note</Link>}
        </p>
      </li>
    ))}
  </ul>
)
