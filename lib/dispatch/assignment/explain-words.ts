import { CATEGORIES, type Category } from "@/lib/model/category"
import type { EligibleCandidate, ExclusionReason, RequestToAssign } from "@/lib/model/decision"

/** Each exclusion reason as a label. */
export const EXCLUSION_REASON_NAMES: Record<ExclusionReason, string> = {
  must_enrol: "Must set up two-factor authentication",
  away: "Away",
  absent: "Absent",
  off_shift: "Off shift",
  unskilled: "Not qualified",
  level: "Skill level too low",
  area: "Covers other areas",
  unassigned: "Unassigned from this request",
  offered: "Did not respond in time",
  full: "At capacity",
}

/** A category's name within a sentence. */
function categoryInSentence(category: Category): string {
  const { name } = CATEGORIES[category]
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

type ChosenLoad = Pick<EligibleCandidate, "open" | "capacity" | "level"> & { onCall?: boolean }

/** Why the rules chose somebody, in one sentence. */
export const chosenSentence = (name: string, { category }: Pick<RequestToAssign, "category">, it: ChosenLoad): string =>
  `Assigned automatically to ${name}: ${categoryInSentence(category)} skill ${it.level}, ${it.open} of ${it.capacity} open, ${it.onCall ? "on call" : "on shift"}.`

export const byHandSentence = (name: string, by: string | undefined): string =>
  by ? `Assigned to ${name} by ${by}.` : `Assigned to ${name} manually.`

export const takenSentence = (name: string): string => `${name} took this request.`

export const escalatedSentence = (name: string): string => `Not acknowledged in time, so escalated to ${name}.`

/** For assignments made before decisions were stored. */
export const forgottenSentence = (name: string): string => `Assigned to ${name}. The reason was not recorded.`
