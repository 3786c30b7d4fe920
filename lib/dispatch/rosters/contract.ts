import { z } from "zod"
import { DUTIES, DUTY_STATES } from "@/lib/model/duty"
import { RowLimit } from "@/lib/model/page"
import { Id, Instant, KeptId, line, Version } from "@/lib/model/text"
import { overlapIn } from "./shift"

/** Three of each duty a day: more than anybody works. */
const MOST_SHIFTS = 42
const LONGEST_ABSENCE = 2 * 366 * 86_400_000
const MINUTE = 60_000

const Time = z
  .string("Enter a time, like 08:30")
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Enter a time, like 08:30")
  .describe("In the utility's time zone")

export const Shift = z.object({
  duty: z.enum(DUTIES, "Choose shift or on_call").describe("People on call are assigned emergencies only"),
  weekday: z.int("Enter a day of the week").min(1, "1 is Monday").max(7, "7 is Sunday").describe("1 is Monday"),
  startsAt: Time,
  endsAt: Time.describe("An end at or before the start is on the next day"),
})

export const WeekToSet = z.object({
  id: Id,
  shifts: z
    .array(Shift, "Enter a list of shifts")
    .max(MOST_SHIFTS, `Enter up to ${MOST_SHIFTS} shifts a week`)
    .superRefine((shifts, context) => {
      const at = shifts.length > MOST_SHIFTS ? -1 : overlapIn(shifts)
      if (at >= 0)
        context.addIssue({
          code: "custom",
          path: [at, "startsAt"],
          message: "This overlaps another shift of the same duty",
        })
    })
    .describe("The whole week; empty for a person without set hours"),
  version: Version.optional().describe("Give the version you saw to change nothing you have not seen"),
})
export type WeekToSet = z.infer<typeof WeekToSet>

export const Window = z.object({ from: Instant, until: Instant })
export type Window = z.infer<typeof Window>

/** The current state of a member of staff and when it ends, or when their next shift begins. */
export const DutyNow = z.object({
  state: z.enum(DUTY_STATES),
  from: Instant.nullable().describe("When the next shift starts, if the person is off shift"),
  until: Instant.nullable().describe("When the current state ends, if known"),
})
export type DutyNow = z.infer<typeof DutyNow>

const END = "Null until somebody sets an end"

export const Roster = z.object({
  timeZone: z.string(),
  shifts: z.array(Shift),
  shift: Window.nullable().describe("The current or next shift; null if there is none within two weeks"),
  onCall: Window.nullable(),
  absence: Window.extend({ until: Instant.nullable().describe(END) }).nullable(),
  version: z.number().int().describe("Id of the account"),
})
export type Roster = z.infer<typeof Roster>

const NOT_A_MOMENT = "Enter a date and time, like 2026-03-27T08:30:00Z"

/** Rosters are followed once a minute, so everything in them begins and ends on a full minute. */
const Moment = z.iso
  .datetime({ offset: true, error: NOT_A_MOMENT })
  .transform((text) => new Date(Math.floor(Date.parse(text) / MINUTE) * MINUTE))
  .describe("Seconds are left out")

export const AbsenceReason = line("a reason", { min: 0, max: 200 })

interface Stretch {
  from: Date
  until?: Date
}

/** Checks the length of an absence, for the contract and for forms, which write moments differently. */
export const takesTime = ({ from, until }: Stretch, context: z.RefinementCtx): void => {
  // zod runs this also after the moments themselves were refused.
  if (!(from instanceof Date && until instanceof Date)) return
  const [path, length] = [["until"], until.getTime() - from.getTime()]
  if (!(length > 0)) context.addIssue({ code: "custom", path, message: "The end must be after the start" })
  else if (length > LONGEST_ABSENCE)
    context.addIssue({ code: "custom", path, message: "An absence can be up to two years long" })
}

export const StartedRequests = z.enum(["keep", "reassign"], "Choose what happens to requests already started")

export const AbsenceToAdd = z
  .object({
    id: Id,
    from: Moment,
    until: Moment.optional().describe("Leave out while nobody knows; somebody sets it later. Seconds are left out"),
    reason: AbsenceReason.optional().describe("Visible to supervisors only"),
    started: StartedRequests.optional().describe(
      "What happens to requests that the person has already started: `keep` is the default; `reassign` moves them too, and needs an absence that has begun",
    ),
  })
  .superRefine(takesTime)
export type AbsenceToAdd = z.infer<typeof AbsenceToAdd>

export const AbsenceEnd = z.object({ id: Id, until: Moment })
export type AbsenceEnd = z.infer<typeof AbsenceEnd>

export const Absence = z.object({
  id: KeptId,
  from: Instant,
  until: Instant.nullable().describe(END),
  reason: z.string().nullable().describe("Visible to supervisors only"),
})
export type Absence = z.infer<typeof Absence>

export const AddedAbsence = Absence.extend({
  reassigned: z
    .array(z.object({ id: KeptId, name: z.string(), requests: z.int() }))
    .describe(
      "Who was assigned how many of the person's requests just now, most first; empty before the absence begins",
    ),
  unassigned: z.int().describe("How many of the person's requests are unassigned now, since no one could take them"),
})
export type AddedAbsence = z.infer<typeof AddedAbsence>

const NOT_A_DAY = "Enter a date, like 2026-03-27"
export const Day = z.iso
  .date(NOT_A_DAY)
  .refine((day) => day >= "1970-01-01" && day < "2100-01-01", "Enter a date from 1970 to 2099")
  .describe("In the utility's time zone")

export const Holiday = z.object({ day: Day, name: line("a name", { max: 60 }) })
export type Holiday = z.infer<typeof Holiday>

export const HolidaysFrom = z.object({
  from: Day.optional().describe("Today by default"),
  limit: RowLimit.optional().describe("100 by default"),
})
export type HolidaysFrom = z.infer<typeof HolidaysFrom>
