import { z } from "zod"
import { AppError } from "@/lib/model/errors"
import { SAFETY_CHECK_IDS, safetyCheckFacts } from "@/lib/model/safety-check"
import type { CallerPlace } from "@/lib/requests/callers/contract"
import { RequestToFile } from "@/lib/requests/contract"
import { dangerIn } from "@/lib/requests/urgency"
import { type Call, NewCaller } from "./contract"
import { placeChosen, placeToChoose } from "./place-of-call"

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
const Reached = RequestToFile.pick({ contactPhone: true })
const OfNewCaller = z.object({ caller: NewCaller })

/**
 * What a call that is no emergency makes, with everything that is missing told at once.
 * @throws AppError `invalid` with a message for each field, also where words tell of a danger and it was not asked whether
 *   it is there now
 */
export function callToFile(call: Call, places: readonly CallerPlace[]): Told {
  const facts = call.safetyCheck && safetyCheckFacts(call.safetyCheck)
  const kept = placeChosen(call, places)
  const toChoose = kept ? undefined : placeToChoose(call, places)
  const isNew = call.customerId === undefined
  const typed = { ...call, category: call.category ?? facts?.category }
  const parts = [
    Question.safeParse(call),
    isNew ? OfNewCaller.safeParse({ caller: call.caller ?? {} }) : undefined,
    Details.safeParse(typed),
    Reached.safeParse(call),
    kept || toChoose ? undefined : Place.safeParse({ premises: call.premises ?? {} }),
  ]
  const question = dangerToAsk(call, typed, kept)
  const fields = { ...Object.fromEntries(parts.flatMap(issuesOf)), ...toChoose, ...question }
  const first = question?.happeningNow ?? "Some fields are missing or not valid."
  if (Object.keys(fields).length > 0) throw new AppError("invalid", first, { fields })
  const { safetyCheck, happeningNow, contactPhone, contactPreference = "phone" } = call
  const told = { ...typed, safetyCheck, happeningNow, contactPhone, contactPreference }
  return {
    request: RequestToFile.parse({ ...told, premises: kept ?? call.premises }),
    caller: isNew ? OfNewCaller.parse({ caller: call.caller }).caller : undefined,
  }
}

const issuesOf = (result: z.ZodSafeParseResult<unknown> | undefined): [string, string][] =>
  // The first that is wrong with a field is what the form says of it.
  (result?.error?.issues ?? []).toReversed().map(({ path, message }) => [path.join("."), message])

/** Asked before anything else is in order: once it is there now, nothing else is needed. */
function dangerToAsk(call: Call, typed: Pick<Call, "category">, kept: RequestToFile["premises"] | undefined) {
  const danger = call.happeningNow === undefined ? dangerOfCall({ ...call, ...typed }, kept) : undefined
  if (!danger) return undefined
  return {
    happeningNow: `This may tell of a danger: “${danger.words}”. Ask whether it is happening now`,
  }
}

/** A danger in what was typed, whether the rest of it is in order or not. */
export function dangerOfCall({ category = "other", premises, ...told }: Call, kept?: object) {
  const { safetyCheck, title, description, happeningNow } = told
  const line = (name: "line1" | "line2") => String(premises?.[name] ?? "")
  const typed = { line1: line("line1"), line2: line("line2"), town: "", postcode: "" }
  const said = { category, safetyCheck, title, description, happeningNow, premises: { ...typed, ...kept } }
  return dangerIn(said, "phone")
}
