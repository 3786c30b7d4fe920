import { Premises } from "@/lib/model/premises"
import type { SafetyCheck } from "@/lib/model/safety-check"
import { safetyCheckFacts } from "@/lib/model/safety-check"
import type { RequestToFile } from "./contract"
import type { ReportStep } from "./drafts/contract"

type Words = Pick<RequestToFile, "title" | "description">

/** What an emergency is called and says when its reporter has only chosen an answer about danger. */
const WORDS: Partial<Record<SafetyCheck, Words>> = {
  gas_smell: { title: "Smell of gas", description: "Someone smells gas or hears it escaping." },
  co_alarm: {
    title: "Carbon monoxide alarm",
    description: "A carbon monoxide alarm is sounding, or someone feels ill near an appliance.",
  },
  pipe_hit: { title: "Gas pipe or meter hit", description: "A gas pipe or meter has been hit." },
}

/** Longer than any address. What is said beyond it stands in the description. */
const LONGEST_LINE = 300

/** The request that an emergency report becomes; undefined for an answer that tells of no emergency. */
export function reportToFile(safetyCheck: SafetyCheck | undefined, report: ReportStep): RequestToFile | undefined {
  const words = safetyCheck && WORDS[safetyCheck]
  const category = safetyCheck && safetyCheckFacts(safetyCheck).category
  if (!words || !category) return undefined
  return { ...asEmergency(words, report), safetyCheck, category }
}

/** What is told of an emergency, under these words. */
export function asEmergency({ title, description }: Words, { details, premises, ...report }: ReportStep) {
  const { everyoneOutside, anyoneUnwell } = report
  const told = [
    description,
    everyoneOutside === undefined ? undefined : everyoneOutside ? "Everyone is outside." : "Not everyone is outside.",
    anyoneUnwell === undefined ? undefined : anyoneUnwell ? "Someone feels unwell." : "Nobody feels unwell.",
  ].filter(Boolean)
  const { line1, town = "" } = premises
  const codes = codesOf(premises)
  const place = {
    ...premises,
    line1: line1.slice(0, LONGEST_LINE).trim(),
    town,
    ...codes,
    postcode: codes.postcode ?? "",
  }
  const unread = [...(line1.length > LONGEST_LINE ? [`Where: ${line1}`] : []), ...unreadCodes(premises, codes)]
  const text = [told.join(" "), details, unread.join("\n")].filter(Boolean).join("\n\n")
  return { ...report, premises: place, title, description: text, contactPreference: "phone" as const }
}

type Codes = Partial<Pick<Premises, "postcode" | "mprn" | "meterSerial">>

/** The codes of a place that were typed rightly. */
const codesOf = ({ postcode, mprn, meterSerial }: ReportStep["premises"]): Codes => ({
  postcode: Premises.shape.postcode.safeParse(postcode).data,
  mprn: Premises.shape.mprn.safeParse(mprn).data,
  meterSerial: Premises.shape.meterSerial.safeParse(meterSerial).data,
})

const CODE_NAMES = { postcode: "Postcode", mprn: "MPRN", meterSerial: "Meter serial number" } as const

/** The others, in words: part of a postcode helps to find the place. */
const unreadCodes = (premises: ReportStep["premises"], codes: Codes): string[] =>
  (Object.keys(CODE_NAMES) as (keyof typeof CODE_NAMES)[])
    .filter((name) => premises[name] && !codes[name])
    .map((name) => `${CODE_NAMES[name]}, as given: ${premises[name]}`)
