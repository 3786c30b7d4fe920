import type { Priority } from "@/lib/model/category"
import type { EligibleCandidate } from "@/lib/model/decision"
import type { StrategyName } from "@/lib/model/strategy"
/** How much an open request adds to the load of its assignee. The SQL function `weight_of`, by which a trigger counts loads, has the same numbers. */
export const WEIGHTS: Record<Priority, number> = { emergency: 4, high: 2, normal: 1, low: 1 }

/** Less than zero when `a` should be given the request rather than `b`. Zero only for one and the same person. */
type Order = (a: EligibleCandidate, b: EligibleCandidate, requestId: string) => number

const byTurn: Order = (a, b) => a.turn - b.turn || a.number - b.number

/** The share of their capacity that a candidate uses. Those without any, who are eligible for emergencies only, come last. */
const fullness = ({ weight, capacity }: EligibleCandidate): number =>
  capacity === 0 ? Number.MAX_VALUE : weight / capacity

/** A strategy puts the eligible candidates in order, and the first is chosen. It depends on nothing but its arguments. */
export const STRATEGIES: Record<StrategyName, Order> = {
  /** The smallest share of capacity in use, each request counted by its priority. */
  skilled: (a, b) => fullness(a) - fullness(b) || byTurn(a, b, ""),
  /** The fewest open requests. */
  "least-loaded": (a, b) => a.open - b.open || byTurn(a, b, ""),
  /** The longest time since their last assignment. */
  "round-robin": byTurn,
  /** At random, drawn from the request's id so that the draw can be repeated. */
  random: (a, b, requestId) => lot(a, requestId) - lot(b, requestId) || a.number - b.number,
}

/** The hash FNV-1a with one more round of mixing, since the last letters alone would decide too much. */
function lot({ number }: EligibleCandidate, requestId: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${requestId}:${number}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * An emergency goes to the candidate with the fewest emergencies, so that ten at once find ten people; between equals to
 * those on shift before those on call, then to the highest level, and only then by the strategy.
 */
const byQualification: Order = (a, b) =>
  a.emergencies - b.emergencies || Number(a.onCall ?? false) - Number(b.onCall ?? false) || b.level - a.level

/** The order of eligible candidates for a request of this priority. */
export function orderFor(strategy: StrategyName, priority: Priority): Order {
  const order = STRATEGIES[strategy]
  return priority === "emergency" ? (a, b, id) => byQualification(a, b, id) || order(a, b, id) : order
}
