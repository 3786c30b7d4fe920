import { CATEGORIES } from "@/lib/model/category"
import type { Need, Reason } from "@/lib/model/decision"
import { LEVEL_NAMES } from "@/lib/model/level"
import { inWords } from "@/lib/platform/calendar/in-words"
import { worksIn } from "./area"
import { obstacleFor } from "./choose"
import type { Crew } from "./crew"
import { backAt, isIn, levelOf, type Person } from "./person"

/** Why nobody has a request that waits, and who is there next. Those who could not do it at any time are not counted. */
export function whyNobody(crew: Crew, need: Need, zone: string, offered: readonly string[] = []): string {
  const { people, at } = crew
  const { required } = crew.rulesFor(need.category)
  const { work } = CATEGORIES[need.category]
  const skilled = people.filter((person) => levelOf(person, need.category) > 0)
  if (skilled.length === 0) return `No one is qualified for ${work}.`
  const able = skilled.filter((person) => levelOf(person, need.category) >= required)
  if (able.length === 0)
    return `No one has the required skill level for ${work}: ${LEVEL_NAMES[required].toLowerCase()}.`
  const near = able.filter((person) => worksIn(person, need.postcode))
  if (near.length === 0) return `No one qualified for ${work} covers ${need.postcode}.`
  const reasons = near.map((person) => {
    const reason = obstacleFor(person, need, required, at, offered)
    return (reason === "away" || reason === "off_shift") && isIn(person.onCall, at) ? "on_call" : reason
  })
  if (reasons.includes(undefined)) return "It is about to be assigned."
  const why = sentence(
    // Others could, but elsewhere.
    near.length < able.length ? `${work} in ${need.postcode}` : work,
    reasons.filter((reason) => reason !== undefined),
    near.map(({ name }) => name),
  )
  const next = firstBack(near, need, at, offered)
  return next ? `${why} ${next.name} starts ${inWords(next.from, at, zone)}.` : why
}

/** Who is there next, with room for it. */
function firstBack(people: readonly Person[], { priority }: Need, at: number, offered: readonly string[]) {
  const coming = people
    .filter(({ id, mustEnrol }) => !mustEnrol && !offered.includes(id))
    .filter(({ open, capacity }) => open < capacity || priority === "emergency")
    .flatMap((person) => {
      const onCall = priority === "emergency" && person.onCall && person.onCall.from > at ? [person.onCall.from] : []
      const from = Math.min(...onCall, backAt(person, at) ?? Number.POSITIVE_INFINITY)
      return Number.isFinite(from) ? [{ name: person.name, from }] : []
    })
  return coming.sort((a, b) => a.from - b.from)[0]
}

/** Whoever is on call is there, but not for this. */
type Told = Reason | "on_call"

/** In the order in which they are told, as what somebody is and what several are. */
const TOLD: [Told, one: string, many: string][] = [
  ["offered", "did not respond", "did not respond"],
  ["full", "is at capacity", "are at capacity"],
  ["must_enrol", "must set up two-factor authentication", "must set up two-factor authentication"],
  ["away", "is away", "are away"],
  ["on_call", "is only on call", "are only on call"],
  ["absent", "is absent", "are absent"],
  ["off_shift", "is off shift", "are off shift"],
]

function sentence(work: string, reasons: readonly Told[], names: readonly string[]): string {
  const counted = TOLD.map(([reason, ...words]) => ({ reason, words, count: count(reasons, reason) }))
  const told = counted.filter(({ count }) => count > 0)
  const [first, ...others] = told
  if (first && others.length === 0)
    return first.count === 1
      ? `Only ${names[0]} is qualified for ${work}, but ${first.words[0]}.`
      : `${first.count === 2 ? "Both" : `All ${first.count}`} people qualified for ${work} ${first.words[1]}.`
  const parts = told.map(({ count, words }) => `${count} ${words[count === 1 ? 0 : 1]}`)
  return reasons.includes("full") || reasons.includes("offered")
    ? `No one qualified for ${work} is available: ${parts.join(", ")}.`
    : `No one on shift is qualified for ${work}. Of those qualified, ${parts.join(", ")}.`
}

const count = (reasons: readonly Told[], reason: Told): number => reasons.filter((it) => it === reason).length

/** What is said of a request that waits for its customer. */
export const UNCONFIRMED = "The customer has not confirmed their email address yet."
