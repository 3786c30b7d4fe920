import { z } from "zod"
import { CATEGORY_IDS, type Category, categoryFacts, PRIORITIES, type Priority } from "@/lib/model/category"
import { TARGETS, type Target } from "@/lib/model/target"
import type { Weekly } from "@/lib/platform/calendar/weekly"

/** Whether a limit counts every hour or working hours only. */
export const HOURS = ["always", "working"] as const
export type Hours = (typeof HOURS)[number]

/** From Monday, as weekly plans count. */
export const WEEKDAY_KEYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof WEEKDAY_KEYS)[number]

const Minutes = z
  .number("Enter a number of minutes")
  .int("Enter whole minutes")
  .min(1, "Enter at least 1 minute")
  .max(129_600, "Enter 129,600 minutes (90 days) or fewer")

const HoursMeant = z.enum(HOURS, "Choose which hours count").describe("`working`: only the utility's working hours")

export const TimeLimit = z.object({ minutes: Minutes, hours: HoursMeant })
export type TimeLimit = z.infer<typeof TimeLimit>

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time, like 08:30")

const WorkingDay = z
  .object({ startsAt: ClockTime.optional(), endsAt: ClockTime.optional() })
  .refine(({ startsAt, endsAt }) => (startsAt === undefined) === (endsAt === undefined), {
    path: ["endsAt"],
    message: "Enter both times, or neither",
  })

/** Removes empty groups: forms send every field, also those left empty. */
const withoutEmpty = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, inner]) => Object.keys(inner).length > 0)) as T

const Override = z.partialRecord(z.enum(TARGETS), TimeLimit.partial()).overwrite(withoutEmpty)

export const ServiceLevels = z.object({
  workingHours: z
    .partialRecord(z.enum(WEEKDAY_KEYS), WorkingDay)
    .overwrite(withoutEmpty)
    .refine((week) => Object.keys(week).length > 0, {
      path: ["monday", "startsAt"],
      message: "Enter working hours for at least one day",
    })
    .describe(
      "In the utility's time zone; days left out are non-working days. An end before the start is on the next day",
    ),
  priorities: z.record(z.enum(PRIORITIES), z.record(z.enum(TARGETS), TimeLimit)),
  categories: z
    .partialRecord(z.enum(CATEGORY_IDS), Override)
    .overwrite(withoutEmpty)
    .describe("Exceptions by category, for requests with their category's usual priority"),
})
export type ServiceLevels = z.infer<typeof ServiceLevels>

/** The working hours as a weekly plan. */
export const planOf = ({ workingHours }: ServiceLevels): Weekly[] =>
  WEEKDAY_KEYS.flatMap((day, i) => {
    const { startsAt, endsAt } = workingHours[day] ?? {}
    return startsAt && endsAt ? [{ weekday: i + 1, startsAt, endsAt }] : []
  })

/**
 * The limit for a request and target. A category's own limit applies only while the request has the category's usual
 * priority, so that a more urgent request keeps the tighter limit of its priority.
 */
export function limitFor(
  { priorities, categories }: ServiceLevels,
  { category, priority }: { category: Category; priority: Priority },
  target: Target,
): TimeLimit {
  const usual = priorities[priority][target]
  return categoryFacts(category).priority === priority ? { ...usual, ...categories[category]?.[target] } : usual
}
