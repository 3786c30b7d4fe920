import { z } from "zod"
import { Day } from "@/lib/dispatch/rosters/contract"
import { CATEGORY_IDS } from "@/lib/model/category"
import { DUTIES } from "@/lib/model/duty"
import { Paging, page, RowLimit } from "@/lib/model/page"
import { Instant, KeptId } from "@/lib/model/text"

export const WeekAsked = Paging.extend({
  week: Day.optional().describe("Any day of the week, which begins on Monday; today by default"),
  limit: RowLimit.default(40),
})
export type WeekAsked = z.infer<typeof WeekAsked>

/** Weeks at both ends of the calendar of `Day` reach beyond it. */
const CalendarDate = z.iso.date()

const PlannedShift = z.object({
  duty: z.enum(DUTIES),
  startsAt: z.string().describe("In the utility's time zone"),
  endsAt: z.string().describe("An end at or before the start is on the next day"),
  from: Instant,
  until: Instant,
})
export type PlannedShift = z.infer<typeof PlannedShift>

const PlannedDay = z.object({
  day: CalendarDate,
  shifts: z.array(PlannedShift).describe("Those that start on this day"),
  absent: z.enum(["no", "part", "all"]).describe("Whether the person is absent for part of the day or all of it"),
})
export type PlannedDay = z.infer<typeof PlannedDay>

const PlannedPerson = z.object({
  id: KeptId,
  name: z.string(),
  hasSetHours: z
    .boolean()
    .describe("People without set hours work whenever they are available, and are not counted in `hours`"),
  days: z.array(PlannedDay).describe("Seven, from Monday"),
})
export type PlannedPerson = z.infer<typeof PlannedPerson>

const CoveredHour = z.object({
  from: Instant,
  until: Instant,
  onShift: z.number().int().describe("People on shift for at least part of the hour"),
  onCall: z.number().int(),
  lacks: z
    .array(z.enum(CATEGORY_IDS))
    .describe("Categories that nobody qualified covers for the whole hour. People on call cover emergencies only"),
})
export type CoveredHour = z.infer<typeof CoveredHour>

const CoveredDay = z.object({
  day: CalendarDate,
  holiday: z.string().nullable().describe("No shifts start on a holiday"),
  hours: z.array(CoveredHour).describe("24, or 23 or 25 on the days on which clocks change"),
})
export type CoveredDay = z.infer<typeof CoveredDay>

export const TeamRoster = page(PlannedPerson).extend({
  timeZone: z.string(),
  days: z.array(CoveredDay).describe("Seven, from Monday, of the whole team whichever page is asked for"),
})
export type TeamRoster = z.infer<typeof TeamRoster>
