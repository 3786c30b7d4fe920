import { Premises } from "@/lib/model/premises"
import type { SafetyCheck } from "@/lib/model/safety-check"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import type { RequestToFile } from "./contract"
import type { ReportStep } from "./drafts/contract"

/** What an emergency is called and says when its reporter has only chosen an answer about danger. */
const WORDS: Partial<Record<SafetyCheck, { title: string; description: string }>> = {
  gas_smell: { title: "Smell of gas", description: "Someone smells gas or hears it escaping." },
  co_alarm: {
    title: "Carbon monoxide alarm",
    description: "A carbon monoxide alarm is sounding, or someone feels ill near an appliance.",
  },
  pipe_hit: { title: "Gas pipe or meter hit", description: "A gas pipe or meter has been hit." },
}

/** The request that an emergency report becomes; undefined for an answer that tells of no emergency. */
export function reportToFile(
  safetyCheck: SafetyCheck | undefined,
  { details, premises, ...report }: ReportStep,
): RequestToFile | undefined {
  const words = safetyCheck && WORDS[safetyCheck]
  const category = safetyCheck && safetyCheckFacts(safetyCheck).category
  if (!words || !category) return undefined
  const { everyoneOutside, anyoneUnwell } = report
  const told = [
    words.description,
    everyoneOutside === undefined ? undefined : everyoneOutside ? "Everyone is outside." : "Not everyone is outside.",
    anyoneUnwell === undefined ? undefined : anyoneUnwell ? "Someone feels unwell." : "Nobody feels unwell.",
  ].filter(Boolean)
  const description = [told.join(" "), details].filter(Boolean).join("\n\n")
  const place = { ...premises, town: premises.town ?? "", ...codesOf(premises) }
  const { title } = words
  return { ...report, premises: place, safetyCheck, category, title, description, contactPreference: "phone" }
}

/** The codes of a place that were typed rightly. */
const codesOf = ({ postcode, mprn, meterSerial }: ReportStep["premises"]) => ({
  postcode: Premises.shape.postcode.safeParse(postcode).data ?? "",
  mprn: Premises.shape.mprn.safeParse(mprn).data,
  meterSerial: Premises.shape.meterSerial.safeParse(meterSerial).data,
})
