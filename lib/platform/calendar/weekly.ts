import { dayBefore, dayOf, momentOf, nextDay, type Span, weekdayOf } from "./local-time"

/** A span of time that recurs every week. If `endsAt` is not after `startsAt`, it ends on the next day. */
export interface Weekly {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  /** Local time in the utility's time zone, such as 08:30. */
  startsAt: string
  endsAt: string
}

/**
 * Yields the spans of a weekly plan in order, from a moment on, for a number of days. Spans that touch or overlap are
 * merged. No span begins on a date in `except`, such as a holiday.
 */
export function* weeklySpans(plan: readonly Weekly[], zone: string, from: number, days: number, except?: Set<string>) {
  let open: Span | undefined
  // Begins a day early, because a span may have begun yesterday, and goes on a day longer, because days may have 25 hours.
  let day = dayBefore(dayOf(from, zone))
  for (let i = 0; i <= days + 1; i++, day = nextDay(day)) {
    for (const span of spansOn(day, plan, zone, except)) {
      if (span.until <= from) continue
      if (open && span.from <= open.until) open.until = Math.max(open.until, span.until)
      else {
        if (open) yield open
        open = { ...span }
      }
    }
  }
  if (open) yield open
}

function spansOn(day: string, plan: readonly Weekly[], zone: string, except?: Set<string>): Span[] {
  if (except?.has(day)) return []
  const weekday = weekdayOf(day)
  return (
    plan
      .filter((it) => it.weekday === weekday)
      .map(({ startsAt, endsAt }) => ({
        from: momentOf(day, startsAt, zone),
        until: momentOf(endsAt > startsAt ? day : nextDay(day), endsAt, zone),
      }))
      // A span within the hour that the clock skips in spring is empty.
      .filter((it) => it.from < it.until)
      .sort((a, b) => a.from - b.from)
  )
}
