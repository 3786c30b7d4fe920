import { z } from "zod"
import { Id } from "@/lib/model/text"
import { momentOf } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import { AbsenceReason, Day, StartedRequests, takesTime } from "./contract"

const NOT_A_MOMENT = "Enter a date and a time"

/** As a browser's own field for date and time sends it: on the clock of the utility. */
const LocalMoment = z
  .string(NOT_A_MOMENT)
  .regex(/^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/, NOT_A_MOMENT)
  .transform((text, context) => {
    const [day = "", time = ""] = text.split("T")
    if (Day.safeParse(day).success) return new Date(momentOf(day, time, env().TIME_ZONE))
    context.addIssue({ code: "custom", message: NOT_A_MOMENT })
    return z.NEVER
  })

export const AbsenceFields = z
  .object({
    id: Id,
    from: LocalMoment,
    until: LocalMoment.optional(),
    reason: AbsenceReason.optional(),
    started: StartedRequests.optional(),
  })
  .superRefine(takesTime)

export const AbsenceEndFields = z.object({ id: Id, until: LocalMoment })
