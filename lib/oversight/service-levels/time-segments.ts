import type { Span } from "@/lib/platform/calendar/local-time"

/** Why a stretch of time counts towards a service level, or does not. */
export const WHYS = [
  "round_the_clock",
  "working_hours",
  "outside_hours",
  "holiday",
  "on_hold",
  "unconfirmed",
  "settled",
] as const
export type Why = (typeof WHYS)[number]

/** What the customer is waited for: an answer, or to confirm their address. */
export type Hold = Extract<Why, "on_hold" | "unconfirmed">

/** A stretch of time that counts, or does not, for one and the same reason. */
export interface Segment extends Span {
  why: Why
}

export const counts = ({ why }: Pick<Segment, "why">): boolean => why === "round_the_clock" || why === "working_hours"

export const lengthOf = ({ from, until }: Span): number => until - from

/** How much of it counts. */
export const countedIn = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => (counts(segment) ? sum + lengthOf(segment) : sum), 0)

/** One list of both, where those that touch and say the same are one. The second goes on where the first ends. */
export function joined(before: readonly Segment[], after: readonly Segment[]): Segment[] {
  const all = [...before]
  for (const segment of after) {
    if (lengthOf(segment) <= 0) continue
    const last = all.at(-1)
    if (last && last.why === segment.why && last.until === segment.from)
      all[all.length - 1] = { ...last, until: segment.until }
    else all.push(segment)
  }
  return all
}

/** When so much of what counts is over; the rest when that is not enough. */
export function momentAfter(segments: readonly Segment[], amount: number): { moment: number } | { rest: number } {
  let rest = amount
  for (const segment of segments) {
    if (!counts(segment)) continue
    if (rest <= lengthOf(segment)) return { moment: segment.from + rest }
    rest -= lengthOf(segment)
  }
  return { rest }
}
