import { wordsOf } from "@/components/requests/event-words"
import { Badge } from "@/components/ui/badge"
import { Time } from "@/components/ui/time"
import { Timeline } from "@/components/ui/timeline"
import type { TimelineEntry } from "@/lib/requests/contract"

/** What happened to a request, in the order it happened. */
export function RequestTimeline({ items }: { items: readonly TimelineEntry[] }) {
  return (
    <Timeline items={items.map((entry) => ({ key: String(entry.id), ...wordsOf(entry), meta: <Meta {...entry} /> }))} />
  )
}

function Meta({ actor, createdAt, visibleToCustomer }: TimelineEntry) {
  return (
    <>
      {actor ? `${actor.name}${actor.kind === "api_key" ? " (API)" : ""}, ` : "Automatically, "}
      <Time value={createdAt} />
      {visibleToCustomer ? null : (
        <span className="ml-2">
          <Badge>Staff only</Badge>
        </span>
      )}
    </>
  )
}
