import type { Span } from "@/lib/platform/calendar/local-time"
import { type Weekly, weeklySpans } from "@/lib/platform/calendar/weekly"

/** How many days ahead is looked for the next of a week's plan: more than holidays ever take. */
export const HORIZON = 15
const DAY = 86_400_000

/** For people with a roster that has nothing for them: over long ago, where none at all would mean whenever they like. */
export const NEVER: Span = { from: 0, until: 0 }

/** What goes round the clock is on for as long as is looked ahead, which is no end of it. */
export const isWithoutEnd = ({ from, until }: Span): boolean => until - from > (HORIZON - 1) * DAY

/** The span of a week's plan that is on or comes next; nothing where there is no plan. */
export function windowOf(plan: readonly Weekly[], zone: string, at: number, except?: Set<string>): Span | undefined {
  if (plan.length === 0) return undefined
  for (const span of weeklySpans(plan, zone, at, HORIZON, except)) return span
  return NEVER
}

/** The same for spans as they are, in the order in which they begin: those that touch are one, also with what is over. */
export function firstOf(spans: readonly Span[], at: number): Span | undefined {
  let first: Span | undefined
  for (const { from, until } of spans) {
    const touches = first !== undefined && from <= first.until
    if (first && !touches && first.until > at) break
    first = first && touches ? { from: first.from, until: Math.max(first.until, until) } : { from, until }
  }
  return first && first.until > at ? first : undefined
}
