import type { Priority } from "@/lib/model/category"
import type { EligibleCandidate } from "@/lib/model/decision"
import type { StrategyName } from "@/lib/model/strategy"
/** What an open request counts as in somebody's load; also in SQL, as `weight_of`, where a trigger keeps the loads. */
export const WEIGHTS: Record<Priority, number> = { emergency: 4, high: 2, normal: 1, low: 1 }

/** Less than zero when `a` should be given the request rather than `b`. Zero only for one and the same person. */
type Order = (a: EligibleCandidate, b: EligibleCandidate, requestId: string) => number

const byTurn: Order = (a, b) => a.turn - b.turn || a.number - b.number

/** How full somebody is. Who has no room at all, and is asked for the sake of an emergency, comes last. */
const fullness = ({ weight, capacity }: EligibleCandidate): number =>
  capacity === 0 ? Number.MAX_VALUE : weight / capacity

/** A strategy puts the eligible in order; the first is taken. The same people and the same request: the same order. */
export const STRATEGIES: Record<StrategyName, Order> = {
  /** The least load for what they can hold, each request counted by its priority. */
  skilled: (a, b) => fullness(a) - fullness(b) || byTurn(a, b, ""),
  /** The fewest open requests. */
  "least-loaded": (a, b) => a.open - b.open || byTurn(a, b, ""),
  /** Whoever was given something longest ago. */
  "round-robin": byTurn,
  /** Lots, drawn from the request's id, so that the same draw can be made again. */
  random: (a, b, requestId) => lot(a, requestId) - lot(b, requestId) || a.number - b.number,
}

/** FNV-1a, stirred once more, since its last letters alone would decide too much. */
function lot({ number }: EligibleCandidate, requestId: string): number {
  let hash = 0x811c9dc5
  for (const letter of `${requestId}:${number}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/**
 * An emergency goes to whoever has the fewest of them, so that ten at once find ten people; of those to whoever is on
 * shift before whoever is on call, and to the best, whatever the strategy.
 */
const byQualification: Order = (a, b) =>
  a.emergencies - b.emergencies || Number(a.onCall ?? false) - Number(b.onCall ?? false) || b.level - a.level

/** The order in which a request is offered to the eligible. */
export function orderFor(strategy: StrategyName, priority: Priority): Order {
  const order = STRATEGIES[strategy]
  return priority === "emergency" ? (a, b, id) => byQualification(a, b, id) || order(a, b, id) : order
}
