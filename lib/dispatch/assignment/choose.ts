import type { AssignmentDecision, EligibleCandidate, ExclusionReason, RequestToAssign } from "@/lib/model/decision"
import type { Level } from "@/lib/model/level"
import type { StrategyName } from "@/lib/model/strategy"
import { worksIn } from "./area"
import { type Candidate, isIn, isOnShift, levelOf } from "./candidate"
import { Ranking } from "./ranking"

/** How the utility wants requests to be given out. */
export interface Rules {
  strategy: StrategyName
  /** The lowest level that may do it. */
  required: Level
}

/** Weighs everybody there is for a request. Those in `offered` had the chance already and let it pass. */
export function choose(
  people: readonly Candidate[],
  need: RequestToAssign,
  { strategy, required }: Rules,
  at: number,
  offered: readonly string[] = [],
): AssignmentDecision {
  const { requestId, category, priority, postcode } = need
  const ranking = new Ranking(strategy, need)
  const out: AssignmentDecision["out"] = {}
  for (const person of people) {
    const reason = exclusionReason(person, need, required, at, offered)
    if (reason) {
      const others = out[reason] ?? []
      others.push(person.number)
      out[reason] = others
    } else ranking.add(weighed(person, need, at))
  }
  const { best, behind } = ranking
  const decision = { requestId, category, priority, postcode, strategy, required, at, eligible: best, behind, out }
  return { ...decision, chosen: best[0]?.number ?? null }
}

/** Chooses once more from what was weighed: the same person, or the record is not what was decided on. */
export function replay({ strategy, eligible, ...need }: AssignmentDecision): number | null {
  const ranking = new Ranking(strategy, need)
  for (const one of eligible.toReversed()) ranking.add(one)
  return ranking.best[0]?.number ?? null
}

/** Why this person is not given this request, wherever it is when no postcode is given, if anything stands in the way. */
export function exclusionReason(
  person: Candidate,
  {
    category,
    priority,
    postcode,
  }: Pick<RequestToAssign, "category" | "priority"> & Partial<Pick<RequestToAssign, "postcode">>,
  required: Level,
  at: number,
  offered: readonly string[] = [],
): ExclusionReason | undefined {
  const isEmergency = priority === "emergency"
  const level = levelOf(person, category)
  if (person.mustEnrol) return "must_enrol"
  if (isIn(person.absence, at)) return "absent"
  // Whoever is on call need not say that they are there: that is what being on call means.
  const onCall = isEmergency && isIn(person.onCall, at)
  if (!person.available && !onCall) return "away"
  if (!isOnShift(person, at) && !onCall) return "off_shift"
  if (level === 0) return "unskilled"
  if (level < required) return "level"
  if (postcode !== undefined && !worksIn(person, postcode)) return "area"
  if (offered.includes(person.id)) return "offered"
  return person.open >= person.capacity && !isEmergency ? "full" : undefined
}

function weighed(person: Candidate, { category }: RequestToAssign, at: number): EligibleCandidate {
  const { number, open, weight, emergencies, capacity, turn } = person
  const level = levelOf(person, category) as Level
  const one: EligibleCandidate = { number, open, weight, emergencies, capacity, level, turn }
  if (!person.available || !isOnShift(person, at)) one.onCall = true
  return one
}
