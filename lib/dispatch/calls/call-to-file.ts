import { z } from "zod"
import { AppError } from "@/lib/model/errors"
import { SAFETY_CHECK_IDS, safetyCheckFacts } from "@/lib/model/safety-check"
import type { CallerPlace } from "@/lib/requests/callers/contract"
import { RequestToFile } from "@/lib/requests/contract"
import { ReportStep } from "@/lib/requests/drafts/contract"
import { reportToFile } from "@/lib/requests/report-to-file"
import { dangerIn } from "@/lib/requests/urgency"
import { type Call, NewCaller } from "./contract"

interface Told {
  request: RequestToFile
  /** Set for a caller who is no customer yet. */
  caller: NewCaller | undefined
}

const Question = z.object({
  safetyCheck: z.enum(SAFETY_CHECK_IDS, "Ask whether anyone is in danger, and choose the answer"),
})
const Details = RequestToFile.pick({ category: true, title: true, description: true })
const Place = RequestToFile.pick({ premises: true })
const EmergencyPlace = ReportStep.pick({ premises: true })
const OfNewCaller = z.object({ caller: NewCaller })

/**
 * What a call makes, with everything that is missing told at once. An emergency needs nothing but a place.
 * @throws AppError `invalid` with a message for each field, also where words tell of a danger and it was not asked whether
 *   it is there now
 */
export function callToFile(call: Call, places: readonly CallerPlace[]): Told {
  const facts = call.safetyCheck && safetyCheckFacts(call.safetyCheck)
  const isEmergency = facts?.priority === "emergency"
  const kept = places.find(({ name }) => name === call.place)?.premises
  const isNew = call.customerId === undefined
  const typed = { ...call, category: call.category ?? facts?.category }
  const parts = [
    Question.safeParse(call),
    isNew ? OfNewCaller.safeParse({ caller: call.caller ?? {} }) : undefined,
    isEmergency ? undefined : Details.safeParse(typed),
    kept ? undefined : placeOf(call, isEmergency),
  ]
  const fields = Object.fromEntries(parts.flatMap(issuesOf))
  if (Object.keys(fields).length > 0) throw new AppError("invalid", "Some fields are missing or not valid.", { fields })
  const caller = isNew ? OfNewCaller.parse({ caller: call.caller }).caller : undefined
  return { request: isEmergency ? emergency(call, kept) : ordinary(call, typed, kept), caller }
}

const placeOf = ({ premises = {} }: Call, isEmergency: boolean) =>
  isEmergency ? EmergencyPlace.safeParse({ premises }) : Place.safeParse({ premises })

const issuesOf = (result: z.ZodSafeParseResult<unknown> | undefined): [string, string][] =>
  // The first that is wrong with a field is what the form says of it.
  (result?.error?.issues ?? []).toReversed().map(({ path, message }) => [path.join("."), message])

function emergency(call: Call, kept: RequestToFile["premises"] | undefined): RequestToFile {
  const { safetyCheck, title, description, everyoneOutside, anyoneUnwell, contactPhone } = call
  const details = [title, description].filter(Boolean).join("\n")
  const told = { everyoneOutside, anyoneUnwell, contactPhone, ...(details && { details }) }
  const report = ReportStep.parse({ ...told, premises: kept ?? call.premises })
  const request = reportToFile(safetyCheck, report)
  if (!request) throw new Error(`Nobody has written what ${safetyCheck} is called.`)
  return request
}

function ordinary(call: Call, details: object, kept: RequestToFile["premises"] | undefined): RequestToFile {
  const { safetyCheck, happeningNow, contactPhone, contactPreference = "phone" } = call
  const told = { ...details, safetyCheck, happeningNow, contactPhone, contactPreference }
  const request = RequestToFile.parse({ ...told, premises: kept ?? call.premises })
  const danger = happeningNow === undefined ? dangerIn(request) : undefined
  if (!danger) return request
  const message = `This may tell of a danger: “${danger.words}”. Ask whether it is happening now`
  throw new AppError("invalid", message, { fields: { happeningNow: message } })
}
