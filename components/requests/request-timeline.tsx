import { authorWords, wordsOf } from "@/components/requests/event-words"
import { foldRounds } from "@/components/requests/fold-rounds"
import { Badge } from "@/components/ui/badge"
import { Link } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import { Timeline, type TimelineItem } from "@/components/ui/timeline"
import type { TimelineEntry } from "@/lib/requests/contract"

/** How many entries a page shows. */
export const ENTRIES_A_PAGE = "50"

interface RequestTimelineProps {
  items: readonly TimelineEntry[]
  /** The page of the request. */
  address: string
  /** Where the part before this one ends, if there is one. */
  earlier: number | null
  /** This is not the last part. */
  isEarlier: boolean
  newestFirst?: boolean
}

/** The timeline of a request, oldest first unless it is read by those who work on it. */
export function RequestTimeline({ items, address, earlier, isEarlier, newestFirst = false }: RequestTimelineProps) {
  const entries = foldRounds(items).map((it) => ("folded" in it ? foldedItem(it.folded) : itemOf(it)))
  const before = earlier ? <Link href={`${address}?before=${earlier}`}>Show earlier updates</Link> : null
  const after = isEarlier ? <Link href={address}>Show the latest updates</Link> : null
  return (
    <div className="space-y-3">
      {newestFirst ? after : before}
      <Timeline items={newestFirst ? entries.toReversed() : entries} />
      {newestFirst ? before : after}
    </div>
  )
}

const itemOf = (entry: TimelineEntry): TimelineItem => ({
  key: String(entry.id),
  ...wordsOf(entry),
  meta: <Meta {...entry} />,
})

function foldedItem(entries: readonly TimelineEntry[]): TimelineItem {
  const [first, last] = [entries[0], entries.at(-1)]
  return {
    key: `folded ${first?.id}`,
    icon: "siren",
    tone: "danger",
    title: `${first?.kind === "escalated" ? "Escalated" : "Reported again"} ${entries.length} more times`,
    meta: first && last && (
      <>
        <Time value={first.createdAt} /> to <Time value={last.createdAt} />
      </>
    ),
    body: (
      <details>
        <summary className="cursor-pointer">Show each one</summary>
        <ul>
          {entries.map((entry) => (
            <li key={entry.id}>
              <Time value={entry.createdAt} />: {wordsOf(entry).title}
            </li>
          ))}
        </ul>
      </details>
    ),
  }
}

function Meta(entry: TimelineEntry) {
  const { createdAt, visibleToCustomer } = entry
  return (
    <>
      {authorWords(entry)}, <Time value={createdAt} />
      {visibleToCustomer ? null : (
        <span className="ml-2">
          <Badge>Staff only</Badge>
        </span>
      )}
    </>
  )
}
