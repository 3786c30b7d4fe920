import { PriorityBadge } from "@/components/requests/priority-badge"
import { DutyWords } from "@/components/rosters/duty-words"
import { Grip } from "@/components/team/grip"
import { LoadBar } from "@/components/team/load-bar"
import { OpenRequests } from "@/components/team/open-requests"
import { Pick } from "@/components/team/pick"
import { Age } from "@/components/ui/age"
import { Badge } from "@/components/ui/badge"
import { Card } from "@/components/ui/card"
import { Link } from "@/components/ui/link"
import type { Teammate } from "@/lib/team/contract"

/** Somebody's day at a glance, and what of their work could be given to others. */
export function TeammateCard({ teammate }: { teammate: Teammate }) {
  const { id, name, duty, open, capacity, emergencies, oldest, work } = teammate
  return (
    <Card
      title={name}
      actions={
        <Link href={`/desk/team/${id}/roster`}>
          Roster<span className="sr-only"> of {name}</span>
        </Link>
      }
    >
      <div className="space-y-3">
        <p>
          <DutyWords duty={duty} />
        </p>
        <LoadBar open={open} capacity={capacity} />
        {emergencies > 0 ? (
          <p>
            <Badge tone="danger">{emergencies === 1 ? "1 emergency" : `${emergencies} emergencies`}</Badge>
          </p>
        ) : null}
        {oldest ? (
          <p>
            Oldest: <Link href={`/desk/requests/${oldest.id}`}>{oldest.reference}</Link>,{" "}
            <Age since={oldest.createdAt} />
          </p>
        ) : null}
        {work.length > 0 ? (
          <OpenRequests name={name} ids={work.map((it) => it.id)}>
            <ul className="mt-2 space-y-3">
              {work.map((it) => (
                <li key={it.id} className="flex items-start gap-3">
                  <Grip request={it} />
                  <Pick request={it} />
                  <span className="min-w-0 space-y-1 wrap-anywhere">
                    <Link href={`/desk/requests/${it.id}`}>{it.title}</Link>
                    <span className="block text-sm text-muted">
                      {it.reference} · <Age since={it.createdAt} />
                    </span>
                    <PriorityBadge priority={it.priority} />
                  </span>
                </li>
              ))}
            </ul>
          </OpenRequests>
        ) : null}
      </div>
    </Card>
  )
}
