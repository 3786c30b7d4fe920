import type { Span } from "@/lib/platform/calendar/local-time"
import { type Weekly, weeklySpans } from "@/lib/platform/calendar/weekly"
import { joined, momentAfter, type Segment } from "./time-segments"

/** Divides a span into counted and uncounted segments that cover it from end to end. */
export interface Calendar {
  between: (from: number, until: number) => Segment[]
}

export const ROUND_THE_CLOCK: Calendar = {
  between: (from, until) => joined([], [{ from, until, why: "round_the_clock" }]),
}

const DAY = 86_400_000
/** Time zones are slow to ask, so that a few weeks at a time are worked out once and kept. */
const DAYS = 28
const PAGE = DAYS * DAY

/** The working hours of the utility: a weekly plan in its time zone without holidays. */
export function workingTime(plan: readonly Weekly[], zone: string, holidays: Set<string>): Calendar {
  const pages = new Map<number, Segment[]>()

  function page(number: number): Segment[] {
    const known = pages.get(number)
    if (known) return known
    const from = number * PAGE
    // A day more, since 28 days are an hour longer or shorter on the clock where it changes.
    const planned = [...weeklySpans(plan, zone, from, DAYS + 1)]
    const worked = [...weeklySpans(plan, zone, from, DAYS + 1, holidays)]
    const made = pieces({ from, until: from + PAGE }, planned, worked)
    pages.set(number, made)
    return made
  }

  return {
    between(from, until) {
      const found: Segment[] = []
      for (let number = Math.floor(from / PAGE); number * PAGE < until; number++)
        for (const piece of page(number))
          if (piece.until > from && piece.from < until)
            // Months are made of hundreds: those that lie within are taken as they are.
            found.push(piece.from >= from && piece.until <= until ? piece : partOf(piece, from, until))
      return joined([], found)
    },
  }
}

const partOf = ({ why, ...piece }: Segment, from: number, until: number): Segment => ({
  from: Math.max(piece.from, from),
  until: Math.min(piece.until, until),
  why,
})

function pieces({ from, until }: Span, planned: Span[], worked: Span[]): Segment[] {
  const edges = [...planned, ...worked].flatMap((span) => [span.from, span.until])
  const within = edges.filter((edge) => edge > from && edge < until)
  const marks = [...new Set([from, ...within, until])].sort((a, b) => a - b)
  const covers = (spans: Span[], at: number) => spans.some((span) => span.from <= at && at < span.until)
  const whyAt = (at: number) =>
    covers(worked, at) ? "working_hours" : covers(planned, at) ? "holiday" : "outside_hours"
  return joined(
    [],
    marks.slice(1).map((end, i) => ({ from: marks[i] ?? from, until: end, why: whyAt(marks[i] ?? from) })),
  )
}

/** About two years; later due times are treated as unknown. */
const MOST_PAGES = 26

/**
 * The moment when `amount` milliseconds of counted time will have passed; undefined when it is years away or never
 * comes.
 */
export function momentAhead(calendar: Calendar, from: number, amount: number): number | undefined {
  let left = amount
  for (let i = 0; i < MOST_PAGES; i++) {
    const found = momentAfter(calendar.between(from + i * PAGE, from + (i + 1) * PAGE), left)
    if ("moment" in found) return found.moment
    left = found.rest
  }
  return undefined
}
