import { CATEGORIES, type Category } from "@/lib/model/category"
import type { Eligible, Need, Reason } from "@/lib/model/decision"

/** What somebody who was left out was, as in "3 who are away". */
export const REASON_NAMES: Record<Reason, string> = {
  must_enrol: "Must set up two-factor authentication",
  away: "Away",
  absent: "Absent",
  off_shift: "Off shift",
  unskilled: "Not qualified",
  level: "Skill level too low",
  area: "Covers other areas",
  offered: "Did not respond in time",
  full: "At capacity",
}

/** A category's name within a sentence. */
function categoryInSentence(category: Category): string {
  const { name } = CATEGORIES[category]
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`
}

type Weighed = Pick<Eligible, "open" | "capacity" | "level"> & { onCall?: boolean }

/** Why the rules chose somebody, in one sentence. */
export const chosenSentence = (name: string, { category }: Pick<Need, "category">, it: Weighed): string =>
  `Assigned automatically to ${name}: ${categoryInSentence(category)} skill ${it.level}, ${it.open} of ${it.capacity} open, ${it.onCall ? "on call" : "on shift"}.`

/** What is said instead when somebody decided who knows what no rule does. */
export const byHandSentence = (name: string, by: string | undefined): string =>
  by ? `Assigned to ${name} by ${by}.` : `Assigned to ${name} manually.`

/** What is said of whoever gave it to themselves. */
export const takenSentence = (name: string): string => `${name} took this request.`

export const escalatedSentence = (name: string): string => `Not acknowledged in time, so escalated to ${name}.`

/** Of what was given out before decisions were kept. */
export const forgottenSentence = (name: string): string => `Assigned to ${name}. The reason was not recorded.`
