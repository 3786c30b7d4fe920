import { CATEGORIES, CATEGORY_IDS, type Category } from "@/lib/model/category"
import type { Span } from "@/lib/platform/calendar/local-time"
import type { CoveredHour } from "./contract"

/** When somebody is there, absences left out, and what they are qualified for. */
export interface Presence {
  skills: ReadonlySet<Category>
  shift: readonly Span[]
  onCall: readonly Span[]
}

/** Tells of hours in the order of time how many people are there, and which skills nobody covers from end to end. */
export function coverageOf(hours: readonly Span[], people: readonly Presence[]): CoveredHour[] {
  const covered = CATEGORY_IDS.map((category) => [category, merged(coverOf(category, people))] as const)
  const count = (duty: "shift" | "onCall", hour: Span) =>
    people.filter((person) => person[duty].some((span) => span.from < hour.until && hour.from < span.until)).length
  return hours.map((hour) => ({
    from: new Date(hour.from),
    until: new Date(hour.until),
    onShift: count("shift", hour),
    onCall: count("onCall", hour),
    lacks: covered
      .filter(([, spans]) => !spans.some((span) => span.from <= hour.from && hour.until <= span.until))
      .map(([category]) => category),
  }))
}

/** People on call are assigned emergencies and nothing else. */
const coverOf = (category: Category, people: readonly Presence[]): Span[] =>
  people
    .filter(({ skills }) => skills.has(category))
    .flatMap(({ shift, onCall }) => (CATEGORIES[category].priority === "emergency" ? [...shift, ...onCall] : shift))

/** The same time without overlaps: spans that touch are one. */
function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const { from, until } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && from <= last.until) last.until = Math.max(last.until, until)
    else all.push({ from, until })
  }
  return all
}
