import { categoryFacts, PRIORITIES } from "@/lib/model/category"
import type { Channel } from "@/lib/model/channel"
import type { EventData } from "@/lib/model/event"
import type { DangerInText, Hazard } from "@/lib/model/hazard"
import { type SafetyCheckFacts, safetyCheckFacts } from "@/lib/model/safety-check"
import { judgeText } from "@/lib/requests/safety/judge-text"
import type { RequestToFile, ServiceRequest } from "./contract"

type Told = Pick<RequestToFile, "category" | "title" | "description" | "happeningNow" | "safetyCheck"> & {
  premises?: RequestToFile["premises"]
}
type People = Pick<RequestToFile, "everyoneOutside" | "anyoneUnwell">
type Added = Pick<ServiceRequest, "priority" | "category" | "safetyCheck">
type Urgency = Omit<EventData["filed"], "category">

const factsOf = ({ safetyCheck }: Partial<Told>): Partial<SafetyCheckFacts> =>
  safetyCheck ? safetyCheckFacts(safetyCheck) : {}

/** The priority that the category or the answer about danger gives, whichever is more urgent. */
function priorityOf(told: Pick<Told, "category" | "safetyCheck">) {
  const given = [categoryFacts(told.category).priority, factsOf(told).priority]
  return PRIORITIES.find((priority) => given.includes(priority)) ?? "normal"
}

/**
 * A danger, or what may be one, in the title or description of a request that is no emergency without it. By phone, staff
 * who have heard "None of these" have asked already what a doubt of the statistics would have them ask.
 */
export function dangerIn(
  { title, description, premises, ...told }: Partial<Told>,
  channel?: Channel,
): DangerInText | undefined {
  const { category, safetyCheck, happeningNow } = told
  if (!category || priorityOf({ category, safetyCheck }) === "emergency") return undefined
  const judgement = judgeText(`${title ?? ""}\n${description ?? ""}`)
  const isAnswered = channel === "phone" && safetyCheck === "none" && !happeningNow
  return judgement.verdict === "none" || (isAnswered && isDoubt(judgement)) ? dangerAt(premises) : judgement
}

/** Whether nothing but the statistics takes the words for what may be a danger. */
const isDoubt = ({ verdict, judge }: DangerInText): boolean => verdict === "possible" && judge === "statistics"

/** What may be a danger in the lines of an address, where some write it. Of names of streets only the rules are sure enough. */
function dangerAt({
  line1 = "",
  line2 = "",
}: {
  line1?: string
  line2?: string | undefined
} = {}): DangerInText | undefined {
  const judgement = judgeText(`${line1}\n${line2}`)
  return judgement.verdict !== "none" && judgement.judge === "rules" ? { ...judgement, verdict: "possible" } : undefined
}

/** A danger, or what may be one, in words that are added to a request; nothing for an emergency, which is one already. */
export const dangerAdded = ({ priority, category, safetyCheck }: Added, details: string): DangerInText | undefined =>
  priority === "emergency"
    ? undefined
    : dangerIn({ category, safetyCheck: safetyCheck ?? undefined, description: details })

/**
 * How urgent a request is. A danger by category, by the answer about danger or by words makes it an emergency, unless the
 * customer says of the words that it is not happening now; words that may tell of a danger make it one if it is. Other
 * answers that only make sense in danger may tell of one, whatever the words are.
 */
export function urgencyOf(told: Told & People, channel?: Channel): Urgency {
  const { category, happeningNow, safetyCheck } = told
  const priority = priorityOf(told)
  const { hazard } = factsOf(told)
  const answered = { ...(safetyCheck && { safetyCheck }), ...(hazard && !categoryFacts(category).hazard && { hazard }) }
  const danger = dangerIn(told, channel)
  if (!danger && priority !== "emergency" && soundsLikeDanger(told))
    return { priority, hazard: "gas", ...answered, verdict: "possible", happeningNow }
  if (!danger) return { priority, ...answered }
  const isNow = happeningNow ?? danger.verdict === "danger"
  return { priority: isNow ? "emergency" : priority, ...answered, ...danger, happeningNow }
}

const soundsLikeDanger = ({ happeningNow, anyoneUnwell, everyoneOutside }: Told & People): boolean =>
  happeningNow === true || anyoneUnwell === true || everyoneOutside === false

/** Whether somebody on duty has to say if there is a danger: words tell that there may be one, and it is no emergency. */
export const mustBeChecked = ({ priority, verdict }: Urgency): boolean =>
  priority !== "emergency" && verdict !== undefined

/**
 * The hazard whose safety card is shown while filing: that of the category, of the answer about danger, or of words that
 * the customer says are happening now.
 */
export function hazardOf(told: Partial<Told>): Hazard | undefined {
  const ofCategory = told.category && categoryFacts(told.category).hazard
  return ofCategory ?? factsOf(told).hazard ?? (told.happeningNow ? dangerIn(told)?.hazard : undefined)
}

/** The hazard whose safety card is shown for a request that has been filed. */
export function hazardOfRequest({ category, priority, danger }: ServiceRequest): Hazard | undefined {
  return categoryFacts(category).hazard ?? (priority === "emergency" ? danger?.hazard : undefined)
}
