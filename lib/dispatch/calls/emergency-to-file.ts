import { categoryFacts } from "@/lib/model/category"
import { AppError } from "@/lib/model/errors"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import type { CallerPlace } from "@/lib/requests/callers/contract"
import { RequestToFile } from "@/lib/requests/contract"
import { ReportStep } from "@/lib/requests/drafts/contract"
import { asEmergency, reportToFile } from "@/lib/requests/report-to-file"
import { urgencyOf } from "@/lib/requests/urgency"
import { dangerOfCall } from "./call-to-file"
import type { Call } from "./contract"
import { placeChosen, placeToChoose } from "./place-of-call"

const Place = ReportStep.pick({ premises: true })

/** Whether a call is an emergency by the answer about danger, by its category, or by words of what is there now. */
export function isEmergencyCall(call: Call): boolean {
  const facts = [call.safetyCheck && safetyCheckFacts(call.safetyCheck), call.category && categoryFacts(call.category)]
  if (facts.some((it) => it?.priority === "emergency")) return true
  return call.happeningNow === true && dangerOfCall(call) !== undefined
}

/**
 * The emergency that a call makes. It needs a place and nothing else: what cannot be read is kept in its words.
 * @throws AppError `invalid` where nothing is said of the place
 */
export function emergencyToFile(call: Call, places: readonly CallerPlace[]): RequestToFile {
  const kept = placeChosen(call, places)
  const told = Place.safeParse({ premises: kept ?? call.premises ?? {} })
  if (!told.success) throw withoutPlace(placeToChoose(call, places) ?? issuesOf(told.error))
  const { safetyCheck, title = "", description = "", everyoneOutside, anyoneUnwell, contactPhone = "" } = call
  // Each is cut on its own, so that a very long one does not take the place of another.
  const details = cut(`${cut(title, 1000)}\n${description}`, 100_000)
  const report = ReportStep.parse({
    everyoneOutside,
    anyoneUnwell,
    ...(details && { details }),
    ...(contactPhone.trim() && { contactPhone: cut(contactPhone, 1000) }),
    ...told.data,
  })
  return reportToFile(safetyCheck, report) ?? byCategoryOrWords(call, report)
}

function byCategoryOrWords(call: Call, report: ReportStep): RequestToFile {
  const { safetyCheck, happeningNow } = call
  const heard = dangerOfCall(call)?.hazard === "carbon_monoxide" ? "carbon_monoxide_alarm" : "gas_leak"
  const { category = heard } = call
  const title = RequestToFile.shape.title.safeParse(call.title).data ?? categoryFacts(category).name
  const words = { title, description: report.details ? "" : "Told by phone." }
  const request = { ...asEmergency(words, report), category, safetyCheck, happeningNow }
  // Other words around them may make those of danger weigh less.
  return urgencyOf(request, "phone").priority === "emergency" ? request : { ...request, category: heard }
}

const cut = (text: string, most: number) => text.slice(0, most).trim()

const issuesOf = ({ issues }: { issues: readonly { path: PropertyKey[]; message: string }[] }) =>
  Object.fromEntries(issues.map(({ path, message }) => [path.join("."), message]))

const withoutPlace = (fields: Record<string, string>) =>
  new AppError("invalid", "Say where the emergency is.", { fields })
