import { CATEGORIES } from "@/lib/model/category"
import type { ExclusionReason, RequestToAssign } from "@/lib/model/decision"
import { LEVEL_NAMES } from "@/lib/model/level"
import { momentInWords } from "@/lib/platform/calendar/moment-in-words"
import { worksIn } from "./area"
import { backAt, type Candidate, isIn, levelOf } from "./candidate"
import type { Candidates } from "./candidates"
import { exclusionReason } from "./choose"

/**
 * Why a request is unassigned, and which candidate is there next, as a sentence. Candidates without the required skill
 * or in other areas are not counted.
 */
export function whyUnassigned(
  candidates: Candidates,
  request: RequestToAssign,
  zone: string,
  offered: readonly string[] = [],
): string {
  const { all, at } = candidates
  const { required } = candidates.rulesFor(request.category)
  const { work } = CATEGORIES[request.category]
  const skilled = all.filter((candidate) => levelOf(candidate, request.category) > 0)
  if (skilled.length === 0) return `No one is qualified for ${work}.`
  const able = skilled.filter((candidate) => levelOf(candidate, request.category) >= required)
  if (able.length === 0)
    return `No one has the required skill level for ${work}: ${LEVEL_NAMES[required].toLowerCase()}.`
  const near = able.filter((candidate) => worksIn(candidate, request.postcode))
  if (near.length === 0) return `No one qualified for ${work} covers ${request.postcode}.`
  const reasons = near.map((candidate) => {
    const reason = exclusionReason(candidate, request, required, at, offered)
    return (reason === "away" || reason === "off_shift") && isIn(candidate.onCall, at) ? "on_call" : reason
  })
  if (reasons.includes(undefined)) return "It is about to be assigned."
  const why = sentence(
    // Other candidates could, but work elsewhere.
    near.length < able.length ? `${work} in ${request.postcode}` : work,
    reasons.filter((reason) => reason !== undefined),
    near.map(({ name }) => name),
  )
  const next = firstBack(near, request, at, offered)
  return next ? `${why} ${next.name} starts ${momentInWords(next.from, at, zone)}.` : why
}

/** The first candidate to be there who has spare capacity for it. */
function firstBack(
  candidates: readonly Candidate[],
  { priority, unassignedFrom = [] }: RequestToAssign,
  at: number,
  offered: readonly string[],
) {
  const coming = candidates
    .filter(({ id, mustEnrol }) => !mustEnrol && !offered.includes(id) && !unassignedFrom.includes(id))
    .filter(({ open, capacity }) => open < capacity || priority === "emergency")
    .flatMap((candidate) => {
      const onCall =
        priority === "emergency" && candidate.onCall && candidate.onCall.from > at ? [candidate.onCall.from] : []
      const from = Math.min(...onCall, backAt(candidate, at) ?? Number.POSITIVE_INFINITY)
      return Number.isFinite(from) ? [{ name: candidate.name, from }] : []
    })
  return coming.sort((a, b) => a.from - b.from)[0]
}

/** On call stands beside the reasons: such candidates are there, but for emergencies only. */
type ToldReason = ExclusionReason | "on_call"

/** In the order in which they are named, worded for one candidate and for several. */
const TOLD_REASONS: [ToldReason, one: string, many: string][] = [
  ["unassigned", "was unassigned from it", "were unassigned from it"],
  ["offered", "did not respond", "did not respond"],
  ["full", "is at capacity", "are at capacity"],
  ["must_enrol", "must set up two-factor authentication", "must set up two-factor authentication"],
  ["away", "is away", "are away"],
  ["on_call", "is only on call", "are only on call"],
  ["absent", "is absent", "are absent"],
  ["off_shift", "is off shift", "are off shift"],
]

function sentence(work: string, reasons: readonly ToldReason[], names: readonly string[]): string {
  const counted = TOLD_REASONS.map(([reason, ...words]) => ({ reason, words, count: count(reasons, reason) }))
  const told = counted.filter(({ count }) => count > 0)
  const [first, ...others] = told
  if (first && others.length === 0)
    return first.count === 1
      ? `Only ${names[0]} is qualified for ${work}, but ${first.words[0]}.`
      : `${first.count === 2 ? "Both" : `All ${first.count}`} people qualified for ${work} ${first.words[1]}.`
  const parts = told.map(({ count, words }) => `${count} ${words[count === 1 ? 0 : 1]}`)
  return reasons.some((it) => it === "full" || it === "offered" || it === "unassigned")
    ? `No one qualified for ${work} is available: ${parts.join(", ")}.`
    : `No one on shift is qualified for ${work}. Of those qualified, ${parts.join(", ")}.`
}

const count = (reasons: readonly ToldReason[], reason: ToldReason): number =>
  reasons.filter((it) => it === reason).length

export const UNCONFIRMED_SENTENCE = "The customer has not confirmed their email address yet."
