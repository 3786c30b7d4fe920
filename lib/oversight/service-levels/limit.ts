import { z } from "zod"
import { CATEGORY_IDS, type Category, categoryFacts, PRIORITIES, type Priority } from "@/lib/model/category"
import { TARGETS, type Target } from "@/lib/model/target"
import type { Weekly } from "@/lib/platform/calendar/weekly"

/** Whether a limit's minutes go by at any hour, or while the utility works. */
export const HOURS = ["always", "working"] as const
export type Hours = (typeof HOURS)[number]

/** From Monday, as weekly plans count. */
export const WEEKDAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const
export type Weekday = (typeof WEEKDAYS)[number]

const Minutes = z
  .number("Enter a number of minutes")
  .int("Enter whole minutes")
  .min(1, "Enter at least 1 minute")
  .max(129_600, "Enter 129,600 minutes (90 days) or fewer")

const HoursMeant = z.enum(HOURS, "Choose which hours count").describe("`working`: only the utility's working hours")

export const Limit = z.object({ minutes: Minutes, hours: HoursMeant })
export type Limit = z.infer<typeof Limit>

const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time, like 08:30")

const WorkingDay = z
  .object({ startsAt: ClockTime.optional(), endsAt: ClockTime.optional() })
  .refine(({ startsAt, endsAt }) => (startsAt === undefined) === (endsAt === undefined), {
    path: ["endsAt"],
    message: "Enter both times, or neither",
  })

/** Forms ask about everything, and what was left empty there is said by no word here. */
const withoutEmpty = <T extends object>(given: T): T =>
  Object.fromEntries(Object.entries(given).filter(([, inner]) => Object.keys(inner).length > 0)) as T

const Override = z.partialRecord(z.enum(TARGETS), Limit.partial()).overwrite(withoutEmpty)

export const ServiceLevels = z.object({
  workingHours: z
    .partialRecord(z.enum(WEEKDAYS), WorkingDay)
    .overwrite(withoutEmpty)
    .refine((week) => Object.keys(week).length > 0, {
      path: ["monday", "startsAt"],
      message: "Enter working hours for at least one day",
    })
    .describe(
      "In the utility's time zone; days left out are non-working days. An end before the start is on the next day",
    ),
  priorities: z.record(z.enum(PRIORITIES), z.record(z.enum(TARGETS), Limit)),
  categories: z
    .partialRecord(z.enum(CATEGORY_IDS), Override)
    .overwrite(withoutEmpty)
    .describe("Exceptions by category, for requests with their category's usual priority"),
})
export type ServiceLevels = z.infer<typeof ServiceLevels>

export const planOf = ({ workingHours }: ServiceLevels): Weekly[] =>
  WEEKDAYS.flatMap((day, i) => {
    const { startsAt, endsAt } = workingHours[day] ?? {}
    return startsAt && endsAt ? [{ weekday: i + 1, startsAt, endsAt }] : []
  })

/**
 * What is promised for such a request. A category's own limit holds while its priority is the usual one: what was made
 * more urgent than that is not held to what suffices for the rest.
 */
export function limitFor(
  { priorities, categories }: ServiceLevels,
  { category, priority }: { category: Category; priority: Priority },
  target: Target,
): Limit {
  const usual = priorities[priority][target]
  return categoryFacts(category).priority === priority ? { ...usual, ...categories[category]?.[target] } : usual
}

const DAY = { startsAt: "08:00", endsAt: "18:00" }
const always = (minutes: number): Limit => ({ minutes, hours: "always" })
const working = (minutes: number): Limit => ({ minutes, hours: "working" })

/** What is promised until somebody says otherwise: a working day has ten hours. */
export const DEFAULT_LEVELS: ServiceLevels = {
  workingHours: { monday: DAY, tuesday: DAY, wednesday: DAY, thursday: DAY, friday: DAY },
  priorities: {
    emergency: { acknowledge: always(1), first_response: always(15), resolution: always(240) },
    high: { acknowledge: always(60), first_response: always(240), resolution: always(1440) },
    normal: { acknowledge: working(240), first_response: working(600), resolution: working(1800) },
    low: { acknowledge: working(600), first_response: working(1200), resolution: working(6000) },
  },
  categories: {
    new_connection: { resolution: { minutes: 12_000 } },
    disconnection: { resolution: { minutes: 6000 } },
    installation: { resolution: { minutes: 12_000 } },
    complaint: { resolution: { minutes: 6000 } },
  },
}
