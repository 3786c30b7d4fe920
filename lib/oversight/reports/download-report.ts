import type { Actor } from "@/lib/model/actor"
import { CATEGORIES } from "@/lib/model/category"
import { TARGET_NAMES, TARGETS } from "@/lib/model/target"
import { BYTE_ORDER_MARK, csvLine } from "@/lib/oversight/audit/csv-line"
import type { Overview, ReportDownload, ReportTable, RequestFigures } from "./contract"
import { getOverview } from "./get-overview"

const MINUTE = 60_000

type Cells = (string | number | null)[]

const FIGURES = [
  "Received",
  "Resolved",
  ...TARGETS.flatMap((target) => {
    const name = TARGET_NAMES[target]
    return [`${name} in time`, `${name} late`, `${name} p50 (min)`, `${name} p90 (min)`]
  }),
  "Rated",
  "Average rating",
]

const minutes = (ms: number | null) => (ms === null ? null : Math.round(ms / MINUTE))

const cellsOf = ({ received, resolved, targets, rated, rating }: RequestFigures): Cells => [
  received,
  resolved,
  ...targets.flatMap(({ kept, missed, p50, p90 }) => [kept, missed, minutes(p50), minutes(p90)]),
  rated,
  rating,
]

const TABLES: Record<ReportTable, { headings: string[]; rows: (it: Overview) => Cells[] }> = {
  days: {
    headings: ["Day", "Received", "Resolved"],
    rows: ({ days }) => days.map(({ day, received, resolved }) => [day, received, resolved]),
  },
  weeks: {
    headings: ["From", "To", "Gas smells or leaks", "CO alarms"],
    rows: ({ weeks }) => weeks.map((it) => [it.from, it.to, it.gasLeaks, it.carbonMonoxideAlarms]),
  },
  categories: {
    headings: ["Category", ...FIGURES],
    rows: ({ categories }) => categories.map((it) => [CATEGORIES[it.category].name, ...cellsOf(it)]),
  },
  people: {
    headings: ["Assigned to", ...FIGURES],
    rows: ({ people }) => people.map((it) => [it.person?.name ?? "Unassigned", ...cellsOf(it)]),
  },
  areas: {
    headings: ["Area", "Received", "Resolved"],
    rows: ({ areas }) => areas.map(({ area, received, resolved }) => [area ?? "No postcode", received, resolved]),
  },
}

/**
 * One table of the overview as a CSV file.
 * @throws AppError `forbidden` unless the actor may read reports.
 */
export async function downloadReport(actor: Actor, { table, ...filter }: ReportDownload) {
  const overview = await getOverview(actor, filter)
  const { headings, rows } = TABLES[table]
  const text = BYTE_ORDER_MARK + [headings, ...rows(overview)].map(csvLine).join("")
  const content = new Blob([text]).stream()
  return { name: `${table}-${overview.from}-${overview.to}.csv`, mediaType: "text/csv; charset=utf-8", content }
}
