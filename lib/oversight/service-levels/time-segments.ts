import type { Span } from "@/lib/platform/calendar/local-time"

/** Reasons why a stretch of time counts towards a service level or does not. */
export const SEGMENT_REASONS = [
  "round_the_clock",
  "working_hours",
  "outside_hours",
  "holiday",
  "on_hold",
  "unconfirmed",
  "settled",
] as const
export type SegmentReason = (typeof SEGMENT_REASONS)[number]

/** Reasons to stop the clock: the customer owes an answer, or has not confirmed their address. */
export type Hold = Extract<SegmentReason, "on_hold" | "unconfirmed">

/** A stretch of time with one reason. */
export interface Segment extends Span {
  why: SegmentReason
}

export const isCounted = ({ why }: Pick<Segment, "why">): boolean =>
  why === "round_the_clock" || why === "working_hours"

export const durationOf = ({ from, until }: Span): number => until - from

/** Milliseconds that count. */
export const countedIn = (segments: readonly Segment[]): number =>
  segments.reduce((sum, segment) => (isCounted(segment) ? sum + durationOf(segment) : sum), 0)

/**
 * Both lists as one; adjacent segments with the same reason are merged. The second list must start where the first
 * ends.
 */
export function joined(before: readonly Segment[], after: readonly Segment[]): Segment[] {
  const all = [...before]
  for (const segment of after) {
    if (durationOf(segment) <= 0) continue
    const last = all.at(-1)
    if (last && last.why === segment.why && last.until === segment.from)
      all[all.length - 1] = { ...last, until: segment.until }
    else all.push(segment)
  }
  return all
}

/** The moment when `amount` milliseconds of counted time have passed, or the rest that the segments lack. */
export function momentAfter(segments: readonly Segment[], amount: number): { moment: number } | { rest: number } {
  let rest = amount
  for (const segment of segments) {
    if (!isCounted(segment)) continue
    if (rest <= durationOf(segment)) return { moment: segment.from + rest }
    rest -= durationOf(segment)
  }
  return { rest }
}
