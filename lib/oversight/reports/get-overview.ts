import type { Actor } from "@/lib/model/actor"
import { CATEGORY_IDS } from "@/lib/model/category"
import { permit } from "@/lib/model/policy"
import { TARGETS } from "@/lib/model/target"
import type { Overview, OverviewFilter, RequestFigures } from "./contract"
import { secondsOfStep } from "./figures-sql"
import { daysIn, rangeOf, weeksIn } from "./range"
import { type KeyCounts, type KeyTimes, readCounts, readNow, readTimes } from "./read-figures"
import { ratingOf, readRatings } from "./read-ratings"

/**
 * How the service is doing: what is open now, and the figures of a range of days.
 * @throws AppError `forbidden` unless the actor may read reports.
 */
export async function getOverview(actor: Actor, filter: OverviewFilter): Promise<Overview> {
  permit(actor, "report.read")
  const range = rangeOf(filter)
  const asked = { ...filter, ...range }
  const [{ now, complete }, { days, keys, hazards }, times, ratings] = await Promise.all([
    readNow(asked),
    readCounts(asked),
    readTimes(asked),
    readRatings(asked),
  ])
  const rating = ({ dimension, key }: KeyCounts) =>
    ratingOf(
      ratings.filter(({ category, assigneeId }) =>
        dimension === "all" ? true : key === (dimension === "category" ? category : (assigneeId ?? "")),
      ),
    )
  const figures = (row: KeyCounts) => ({ ...figuresOf(row, times), ...rating(row) })
  const of = (dimension: KeyCounts["dimension"]) => keys.filter((row) => row.dimension === dimension)
  const perDay = new Map(days.map((it) => [it.day, it]))
  const all = of("all").map(figures)[0]
  return {
    ...range,
    complete,
    now,
    total: all ?? { received: 0, resolved: 0, targets: [], ...ratingOf(ratings) },
    days: daysIn(range).map((day) => perDay.get(day) ?? { day, received: 0, resolved: 0 }),
    weeks: weeksIn(range).map(({ from, to }) => {
      const received = (category: string) =>
        hazards
          .filter((it) => it.category === category && from <= it.day && it.day <= to)
          .reduce((sum, it) => sum + it.received, 0)
      return { from, to, gasLeaks: received("gas_leak"), carbonMonoxideAlarms: received("carbon_monoxide_alarm") }
    }),
    categories: CATEGORY_IDS.flatMap((category) =>
      of("category")
        .filter(({ key }) => key === category)
        .map((row) => ({ category, ...figures(row) })),
    ),
    people: of("assignee")
      .map((row) => ({
        person: row.key ? { id: row.key, name: row.name ?? "Deleted account" } : null,
        ...figures(row),
      }))
      .sort((a, b) => (a.person?.name ?? "\uffff").localeCompare(b.person?.name ?? "\uffff", "en")),
    areas: of("area").map(({ key, received, resolved }) => ({ area: key || null, received, resolved })),
  }
}

function figuresOf(row: KeyCounts, times: readonly KeyTimes[]): Omit<RequestFigures, "rated" | "rating"> {
  const { dimension, key, received, resolved } = row
  const inTime = (step: number | undefined) => (step === undefined ? null : secondsOfStep(step) * 1000)
  return {
    received,
    resolved,
    targets: TARGETS.map((target) => {
      const took = times.find((it) => it.dimension === dimension && it.key === key && it.target === target)
      const [kept, missed] = [row[`${target}_kept`], row[`${target}_missed`]]
      return { target, kept, missed, p50: inTime(took?.p50), p90: inTime(took?.p90) }
    }),
  }
}
