/** At most one refresh in this time. */
const LEAST_MS = 500
/** When changes go on, a page follows them more slowly, so that many pages cost the server no more than it has. */
const MOST_MS = 4000
/** Nothing has changed for so long: the next change is shown at once. */
const QUIET_MS = 5000
/** How many changes in a row are shown as soon as they may be. */
const PROMPT = 2
/** A page waits so many times as long as its last refresh took, since the server is then busy. */
const OF_DURATION = 4
const LONGEST_MS = 15_000

/** When a page was last made anew, and how many times in a row. */
export interface Refreshed {
  at: number
  inARow: number
  took: number
}

/** When the page may be made anew for a change that is heard now. */
export function nextRefresh({ at, inARow, took }: Refreshed, now: number): number {
  const rest = isQuiet(at, now) ? LEAST_MS : LEAST_MS * Math.max(1, inARow - PROMPT + 1)
  return Math.max(now, at + Math.min(LONGEST_MS, Math.max(Math.min(MOST_MS, rest), took * OF_DURATION)))
}

/** What is known once it begins. */
export const begun = ({ at, inARow, took }: Refreshed, now: number): Refreshed => ({
  at: now,
  inARow: isQuiet(at, now) ? 1 : inARow + 1,
  took,
})

const isQuiet = (at: number, now: number) => now - at > QUIET_MS
