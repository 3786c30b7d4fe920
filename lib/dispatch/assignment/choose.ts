import type { AssignmentDecision, EligibleCandidate, ExclusionReason, RequestToAssign } from "@/lib/model/decision"
import type { Level } from "@/lib/model/level"
import type { StrategyName } from "@/lib/model/strategy"
import { worksIn } from "./area"
import { type Candidate, isIn, isOnShift, levelOf } from "./candidate"
import { Ranking } from "./ranking"

/** The rules that hold for one category. */
export interface Rules {
  strategy: StrategyName
  /** The lowest level of skill that will do. */
  required: Level
}

/**
 * Decides which candidate should take a request. A pure function: the same arguments give the same decision. `at` is in
 * milliseconds since 1970; `offered` are account ids of those who let the request pass.
 */
export function choose(
  candidates: readonly Candidate[],
  request: RequestToAssign,
  { strategy, required }: Rules,
  at: number,
  offered: readonly string[] = [],
): AssignmentDecision {
  const { requestId, category, priority, postcode } = request
  const ranking = new Ranking(strategy, request)
  const excluded: AssignmentDecision["excluded"] = {}
  for (const candidate of candidates) {
    const reason = exclusionReason(candidate, request, required, at, offered)
    if (reason) {
      const others = excluded[reason] ?? []
      others.push(candidate.number)
      excluded[reason] = others
    } else ranking.add(eligible(candidate, request, at))
  }
  const { best, runnersUp } = ranking
  return {
    requestId,
    category,
    priority,
    postcode,
    strategy,
    required,
    at,
    eligible: best,
    runnersUp,
    excluded,
    chosen: best[0]?.number ?? null,
  }
}

/** Chooses again from what a decision was made on; another result than `chosen` shows that the record was altered. */
export function replay({ strategy, eligible, ...request }: AssignmentDecision): number | null {
  const ranking = new Ranking(strategy, request)
  for (const one of eligible.toReversed()) ranking.add(one)
  return ranking.best[0]?.number ?? null
}

/** Why a candidate is not eligible for a request; undefined when they are. Without a postcode, areas are not looked at. */
export function exclusionReason(
  candidate: Candidate,
  {
    category,
    priority,
    postcode,
    unassignedFrom = [],
  }: Pick<RequestToAssign, "category" | "priority"> & Partial<Pick<RequestToAssign, "postcode" | "unassignedFrom">>,
  required: Level,
  at: number,
  offered: readonly string[] = [],
): ExclusionReason | undefined {
  const isEmergency = priority === "emergency"
  const level = levelOf(candidate, category)
  if (candidate.mustEnrol) return "must_enrol"
  if (isIn(candidate.absence, at)) return "absent"
  // Being on call is a promise to be there, whatever the switch for new requests says.
  const onCall = isEmergency && isIn(candidate.onCall, at)
  if (!candidate.available && !onCall) return "away"
  if (!isOnShift(candidate, at) && !onCall) return "off_shift"
  if (level === 0) return "unskilled"
  if (level < required) return "level"
  if (postcode !== undefined && !worksIn(candidate, postcode)) return "area"
  if (unassignedFrom.includes(candidate.id)) return "unassigned"
  if (offered.includes(candidate.id)) return "offered"
  return candidate.open >= candidate.capacity && !isEmergency ? "full" : undefined
}

function eligible(candidate: Candidate, { category }: RequestToAssign, at: number): EligibleCandidate {
  const { number, open, weight, emergencies, capacity, turn } = candidate
  const level = levelOf(candidate, category) as Level
  const one: EligibleCandidate = { number, open, weight, emergencies, capacity, level, turn }
  if (!candidate.available || !isOnShift(candidate, at)) one.onCall = true
  return one
}
