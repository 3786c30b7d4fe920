import { dayBefore, dayOf, momentOf, nextDay, type Span, weekdayOf } from "./local-time"

/** A stretch of time that comes every week. One that ends no later than it starts ends the next day. */
export interface Weekly {
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  /** Such as 08:30, on the clock of the utility. */
  startsAt: string
  endsAt: string
}

/**
 * The spans of a week's plan from a moment on, for so many days, in order and with those that touch made one. Days in
 * `except` have none that begin on them.
 */
export function* spansOf(plan: readonly Weekly[], zone: string, from: number, days: number, except?: Set<string>) {
  let open: Span | undefined
  // What began yesterday may still be on; a day has 25 hours when clocks go back.
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
      // When clocks go forward they skip some of it, or all.
      .filter((it) => it.from < it.until)
      .sort((a, b) => a.from - b.from)
  )
}
