import type { TimelineEntry } from "@/lib/requests/contract"

/** How many offers in a row are shown before and after those that are folded. */
const SHOWN = 2
/** Fewer are not worth a click. */
const FEWEST = 3

/** Offers of an emergency that stand in one line of the timeline. */
export interface FoldedOffers {
  folded: readonly TimelineEntry[]
}

/**
 * A timeline in which the middle of a long row of offers is folded: an emergency that nobody acknowledges goes round and
 * round, and what was done before and after would be lost among its offers.
 */
export function foldRounds(items: readonly TimelineEntry[]): (TimelineEntry | FoldedOffers)[] {
  return rowsOf(items).flatMap((row) => {
    const folded = row.slice(SHOWN, -SHOWN)
    return folded.length < FEWEST ? row : [...row.slice(0, SHOWN), { folded }, ...row.slice(-SHOWN)]
  })
}

/** Offers that follow each other, together; everything else alone. */
function rowsOf(items: readonly TimelineEntry[]): TimelineEntry[][] {
  const rows: TimelineEntry[][] = []
  for (const entry of items) {
    const last = rows.at(-1)
    if (entry.kind === "escalated" && last?.[0]?.kind === "escalated") last.push(entry)
    else rows.push([entry])
  }
  return rows
}
