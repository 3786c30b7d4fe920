import type { EligibleCandidate, RequestToAssign } from "@/lib/model/decision"
import type { StrategyName } from "@/lib/model/strategy"
import { orderFor } from "./strategy"

/** So many are stored with their loads; storing a thousand would cost more than the request itself. */
const KEPT = 20

/** Eligible candidates in the order of a strategy: the best of them, and the numbers of the runners-up. */
export class Ranking {
  readonly best: EligibleCandidate[] = []
  readonly runnersUp: number[] = []
  readonly #comesBefore: (a: EligibleCandidate, b: EligibleCandidate) => boolean

  constructor(strategy: StrategyName, { priority, requestId }: Pick<RequestToAssign, "priority" | "requestId">) {
    const order = orderFor(strategy, priority)
    this.#comesBefore = (a, b) => order(a, b, requestId) < 0
  }

  add(one: EligibleCandidate): void {
    let place = this.best.length
    for (let above = this.best[place - 1]; above && this.#comesBefore(one, above); above = this.best[place - 1]) place--
    if (place === KEPT) this.runnersUp.push(one.number)
    else this.best.splice(place, 0, one)
    const last = this.best.length > KEPT ? this.best.pop() : undefined
    if (last) this.runnersUp.push(last.number)
  }
}
