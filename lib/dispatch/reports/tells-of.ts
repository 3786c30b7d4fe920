import { categoryFacts } from "@/lib/model/category"
import type { Hazard } from "@/lib/model/hazard"
import type { Tells } from "@/lib/model/tells"
import type { RequestToFile } from "@/lib/requests/contract"
import { judgeText } from "@/lib/requests/safety/judge-text"
import { speaksOfPeople, tellsOfIllness } from "@/lib/requests/safety/speaks-of-people"

type Told = Pick<RequestToFile, "category" | "title" | "description" | "anyoneUnwell" | "everyoneOutside">

/** What an emergency tells of by its category, answers and words. `hazard` is what was read in its words or answer. */
export function tellsOf({ hazard, ...told }: Told & { hazard?: Hazard | undefined }): Tells[] {
  const text = `${told.title}\n${told.description}`
  // A text may speak of two hazards, of which the judge names the surer; what is only possible may be so beside a danger.
  const hazards = text.split(/[\n.,;!?]+/).flatMap((part) => {
    const judged = judgeText(part)
    return judged.verdict === "none" ? [] : [judged.hazard]
  })
  const isUnwell = told.anyoneUnwell ?? tellsOfIllness(text)
  const tells: (Tells | false | undefined)[] = [
    categoryFacts(told.category).hazard,
    hazard,
    ...hazards,
    isUnwell && "unwell",
    told.everyoneOutside === false && "inside",
  ]
  return [...new Set(tells.filter((it) => it !== undefined && it !== false))]
}

/**
 * What words that are added to an emergency tell of, if that is more than those who have it know: another hazard, or people
 * or a blast, of which there may always be more.
 */
export function moreIn(details: string, known: readonly Tells[]): Tells[] | undefined {
  const judged = judgeText(details)
  const isNew = judged.verdict !== "none" && !known.includes(judged.hazard)
  if (!isNew && !speaksOfPeople(details)) return undefined
  return [
    ...(judged.verdict === "none" ? [] : [judged.hazard]),
    ...(tellsOfIllness(details) ? ["unwell" as const] : []),
  ]
}
