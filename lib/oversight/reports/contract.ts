import { z } from "zod"
import { CATEGORY_IDS } from "@/lib/model/category"
import { NamedPerson } from "@/lib/model/person"
import { TARGETS } from "@/lib/model/target"
import { Id } from "@/lib/model/text"

const DAY = 86_400_000
const LONGEST = 366

const ReportDay = z.iso.date("Enter a date, like 2026-11-29")

/** Without a last day, today is meant. */
const lengthOf = ({ from, to }: { from?: string; to?: string }) =>
  from === undefined ? 0 : (Math.floor((to ? Date.parse(to) : Date.now()) / DAY) * DAY - Date.parse(from)) / DAY + 1

export const OverviewFilter = z
  .object({
    from: ReportDay.optional().describe("The first day. 30 days up to `to` if you leave it out"),
    to: ReportDay.optional().describe("The last day. Today if you leave it out"),
    category: z.enum(CATEGORY_IDS, "Choose a category").optional(),
    assignee: z
      .union([Id, z.literal("nobody")])
      .optional()
      .describe("The ID of a person, or `nobody`"),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ["to"],
    message: "The last day must not be before the first",
  })
  .refine((range) => lengthOf(range) <= LONGEST, { path: ["from"], message: `Choose at most ${LONGEST} days` })
export type OverviewFilter = z.infer<typeof OverviewFilter>

const Count = z.number().int()
const Duration = Count.nullable().describe("In milliseconds of counted time, to within a tenth. Null if none was met")

export const TargetFigures = z.object({
  target: z.enum(TARGETS),
  kept: Count.describe("Requests that met it in time"),
  missed: Count.describe("Requests that met it late, or have not met it and are overdue"),
  p50: Duration,
  p90: Duration,
})
export type TargetFigures = z.infer<typeof TargetFigures>

const RequestFigures = z.object({
  received: Count,
  resolved: Count,
  targets: z.array(TargetFigures).describe("Of the requests received in these days"),
  rated: Count.describe("Requests that customers rated in these days"),
  rating: z.number().nullable().describe("The average of their ratings, from 1 to 5. Null if there were none"),
})
export type RequestFigures = z.infer<typeof RequestFigures>

export const Overview = z.object({
  from: z.string(),
  to: z.string(),
  complete: z.boolean().describe("False while older requests are still being counted"),
  now: z.object({ open: Count, unassigned: Count, overdue: Count, emergencies: Count }).describe("Open requests now"),
  total: RequestFigures,
  days: z.array(z.object({ day: z.string(), received: Count, resolved: Count })),
  weeks: z
    .array(
      z.object({
        from: z.string().describe("Its Monday, or the first day of the report"),
        to: z.string(),
        gasLeaks: Count,
        carbonMonoxideAlarms: Count,
      }),
    )
    .describe("Gas leaks and carbon monoxide alarms received"),
  categories: z.array(RequestFigures.extend({ category: z.enum(CATEGORY_IDS) })),
  people: z
    .array(
      RequestFigures.extend({
        person: NamedPerson.nullable().describe("Null for requests that nobody is assigned to"),
      }),
    )
    .describe("By who is assigned to the request now"),
  areas: z
    .array(
      z.object({ area: z.string().nullable().describe("The postcode district"), received: Count, resolved: Count }),
    )
    .describe("Those with the most requests received"),
})
export type Overview = z.infer<typeof Overview>

/** The parts of an overview that can be downloaded, each a table. */
export const REPORT_TABLES = ["days", "weeks", "categories", "people", "areas"] as const
export type ReportTable = (typeof REPORT_TABLES)[number]

export const ReportDownload = OverviewFilter.safeExtend({
  table: z.enum(REPORT_TABLES, `Choose ${REPORT_TABLES.join(", ")}`),
})
export type ReportDownload = z.infer<typeof ReportDownload>
