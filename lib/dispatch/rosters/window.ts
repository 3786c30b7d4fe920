import type { Span } from "@/lib/platform/calendar/local-time"
import { type Weekly, weeklySpans } from "@/lib/platform/calendar/weekly"

/** In days: how far ahead the next shift is looked for. Holidays never take as long. */
export const HORIZON = 15
const DAY = 86_400_000

/** The shift of people whose roster holds none for them: over long ago. No shift at all would mean that they have no roster. */
export const NEVER: Span = { from: 0, until: 0 }

/** True of shifts round the clock, which seem to end only because the search ends there. */
export const isWithoutEnd = ({ from, until }: Span): boolean => until - from > (HORIZON - 1) * DAY

/** The span of a weekly plan that is on or comes next at a moment; undefined without a plan. */
export function windowOf(plan: readonly Weekly[], zone: string, at: number, except?: Set<string>): Span | undefined {
  if (plan.length === 0) return undefined
  for (const span of weeklySpans(plan, zone, at, HORIZON, except)) return span
  return NEVER
}

/** The first of these spans that is not over, in the order in which they begin. Spans that touch count as one. */
export function firstOf(spans: readonly Span[], at: number): Span | undefined {
  let first: Span | undefined
  for (const { from, until } of spans) {
    const touches = first !== undefined && from <= first.until
    if (first && !touches && first.until > at) break
    first = first && touches ? { from: first.from, until: Math.max(first.until, until) } : { from, until }
  }
  return first && first.until > at ? first : undefined
}
