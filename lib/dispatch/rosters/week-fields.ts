import { z } from "zod"
import type { Duty } from "@/lib/model/duty"
import { Id, Version } from "@/lib/model/text"
import { overlapIn, type WeeklyShift } from "./shift"

export const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const
type FormWeekday = (typeof WEEKDAYS)[number]

export const WEEKDAY_NAMES: Record<FormWeekday, string> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
}

/** Each duty by what its fields are called. */
export const DUTY_FIELDS = { shift: "shift", onCall: "on_call" } as const satisfies Record<string, Duty>
type DutyField = keyof typeof DUTY_FIELDS

type HoursTyped = Pick<WeeklyShift, "startsAt" | "endsAt">

const NOT_HOURS = "Enter hours like 08:00-16:30, separated by commas"
const HOURS = /^(\d{1,2})(?:[:.](\d\d))?\s*(?:-|–|—|to|until)\s*(\d{1,2})(?:[:.](\d\d))?$/i
const MOST_A_DAY = 3

/** The hours typed into one field of the week: "8-16:30, 18:00–22:00", or nothing. */
const Hours = z
  .string(NOT_HOURS)
  .default("")
  .transform((text, context): HoursTyped[] => {
    const parts = text.split(/[,;\n]/).map((part) => part.trim())
    const hours = parts.filter((part) => part !== "").map(hoursIn)
    if (hours.length <= MOST_A_DAY && hours.every((it) => it !== undefined)) return hours
    context.addIssue({ code: "custom", message: hours.length > MOST_A_DAY ? "Enter up to three" : NOT_HOURS })
    return z.NEVER
  })

function hoursIn(text: string): HoursTyped | undefined {
  const match = HOURS.exec(text)
  if (!match) return undefined
  const [, hour = "", minute = "00", endHour = "", endMinute = "00"] = match
  const startsAt = `${hour.padStart(2, "0")}:${minute}`
  const end = `${endHour.padStart(2, "0")}:${endMinute}`
  const endsAt = end === "24:00" ? "00:00" : end
  return [startsAt, endsAt].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) ? { startsAt, endsAt } : undefined
}

const Days = z.object({ 1: Hours, 2: Hours, 3: Hours, 4: Hours, 5: Hours, 6: Hours, 7: Hours })
type Week = Record<DutyField, z.infer<typeof Days>>

/** A week with one field of hours for each day and duty. */
export const WeekFields = z
  .object({ id: Id, shift: Days, onCall: Days, version: Version })
  .superRefine((week, context) => {
    const all = entriesOf(week)
    const overlapping = all[overlapIn(all.map(({ shift }) => shift))]
    if (overlapping) context.addIssue({ code: "custom", ...overlapOf(overlapping) })
  })

interface WeekEntry {
  field: DutyField
  day: FormWeekday
  shift: WeeklyShift
}

const entriesOf = (week: Week): WeekEntry[] =>
  (Object.keys(DUTY_FIELDS) as DutyField[]).flatMap((field) =>
    WEEKDAYS.flatMap((day) =>
      week[field][day].map((hours) => ({
        field,
        day,
        shift: { duty: DUTY_FIELDS[field], weekday: Number(day), ...hours },
      })),
    ),
  )

const overlapOf = ({ field, day }: WeekEntry) => ({
  path: [field, day],
  message: `${WEEKDAY_NAMES[day]} has hours that overlap`,
})

export const shiftsOf = (week: Week): WeeklyShift[] => entriesOf(week).map(({ shift }) => shift)

/** The hours of one day as the form shows them: "08:00–16:30, 18:00–24:00". */
export function hoursOn(shifts: readonly WeeklyShift[], duty: Duty, weekday: string): string {
  const hours = shifts.filter((shift) => shift.duty === duty && String(shift.weekday) === weekday)
  return hours.map(({ startsAt, endsAt }) => `${startsAt}–${endsAt === "00:00" ? "24:00" : endsAt}`).join(", ")
}
