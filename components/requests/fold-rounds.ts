import type { EventKind } from "@/lib/model/event"
import type { TimelineEntry } from "@/lib/requests/contract"

/** What an emergency can have many of in a row: offers, and further reports. */
const FOLDED: readonly EventKind[] = ["escalated", "reported_again"]
/** How many of them are shown before and after those that are folded. */
const SHOWN = 2
/** Fewer are not worth a click. */
const FEWEST = 3

/** Entries of one kind that stand in one line of the timeline. */
export interface FoldedEntries {
  folded: readonly TimelineEntry[]
}

/**
 * A timeline in which the middle of a long row of offers or further reports is folded: an emergency that nobody acknowledges
 * goes round and round, and what was done before and after would be lost among its offers.
 */
export function foldRounds(items: readonly TimelineEntry[]): (TimelineEntry | FoldedEntries)[] {
  return rowsOf(items).flatMap((row) => {
    const folded = row.slice(SHOWN, -SHOWN)
    return folded.length < FEWEST ? row : [...row.slice(0, SHOWN), { folded }, ...row.slice(-SHOWN)]
  })
}

/** Offers, and further reports, that follow each other, together; everything else alone. */
function rowsOf(items: readonly TimelineEntry[]): TimelineEntry[][] {
  const rows: TimelineEntry[][] = []
  for (const entry of items) {
    const last = rows.at(-1)
    if (last?.[0]?.kind === entry.kind && FOLDED.includes(entry.kind)) last.push(entry)
    else rows.push([entry])
  }
  return rows
}
