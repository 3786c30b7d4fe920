import { StatusBadge } from "@/components/requests/status-badge"
import { Link } from "@/components/ui/link"
import { Muted } from "@/components/ui/muted"
import { Time } from "@/components/ui/time"
import type { RequestThere } from "@/lib/requests/premises/contract"

/** What a customer has sent for one home. */
export const HomeRequests = ({ requests }: { requests: readonly RequestThere[] }) => (
  <ul className="divide-y divide-line">
    {requests.map(({ id, title, reference, status, createdAt }) => (
      <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0">
        <div className="min-w-0 wrap-anywhere">
          <Link href={`/requests/${id}`}>
            <bdi>{title}</bdi>
          </Link>
          <Muted small>
            {reference}, sent <Time value={createdAt} />
          </Muted>
        </div>
        <StatusBadge status={status} />
      </li>
    ))}
  </ul>
)
