import { CATEGORY_IDS, type Category, type Priority } from "@/lib/model/category"
import type { AssignmentDecision, RequestToAssign } from "@/lib/model/decision"
import type { Candidate } from "./candidate"
import { choose, exclusionReason, type Rules } from "./choose"
import type { AssignmentRules } from "./rules"
import { WEIGHTS } from "./strategy"

/** A request assigned to a candidate, and why to them. */
export interface NewAssignment {
  requestId: string
  priority: Priority
  candidate: Candidate
  decision: AssignmentDecision
}

/** A skill of which some candidate has spare capacity, and the areas where; everywhere when no area is named. */
export interface SpareCapacity {
  category: Category
  areas: readonly string[]
}

/** All candidates at one moment. Each assignment adds to the load that the next one is decided on. */
export class Candidates {
  readonly all: Candidate[]
  /** Skills and postcodes for which no candidate was eligible: assignments only add load, so none will be. */
  readonly #exhausted = new Set<string>()
  #turn: number

  constructor(
    candidates: readonly Candidate[],
    readonly rules: AssignmentRules,
    /** In milliseconds since 1970. */
    readonly at: number,
  ) {
    this.all = [...candidates]
    this.#turn = candidates.reduce((latest, { turn }) => Math.max(latest, turn), 0)
  }

  rulesFor(category: Category): Rules {
    const { strategy, strategies, levels } = this.rules
    return { strategy: strategies[category] ?? strategy, required: levels[category] ?? 1 }
  }

  /** Decides who should take a request. `offered` are account ids of those who let it pass. */
  weigh(request: RequestToAssign, offered: readonly string[] = []): AssignmentDecision {
    return choose(this.all, request, this.rulesFor(request.category), this.at, offered)
  }

  /** Assigns a request to the best eligible candidate and adds it to their load; undefined when none is eligible. */
  assign(request: RequestToAssign, offered: readonly string[] = []): NewAssignment | undefined {
    const kind = `${request.category} ${request.postcode}`
    const isEmergency = request.priority === "emergency"
    if (!isEmergency && this.#exhausted.has(kind)) return undefined
    const decision = this.weigh(request, offered)
    const candidate = this.all.find(({ number }) => number === decision.chosen)
    // Somebody may be left for another one.
    const isAlone = isEmergency || (request.unassignedFrom ?? []).length > 0
    if (!candidate && !isAlone) this.#exhausted.add(kind)
    if (!candidate) return undefined
    this.addLoad(candidate, request.priority)
    return { requestId: request.requestId, priority: request.priority, candidate, decision }
  }

  /** Changes a copy, since the candidate may be shared with other snapshots. */
  addLoad(candidate: Candidate, priority: Priority): void {
    const place = this.all.indexOf(candidate)
    if (place < 0) throw new Error("This candidate is not, or no longer, as these candidates have them.")
    this.all[place] = {
      ...candidate,
      open: candidate.open + 1,
      weight: candidate.weight + WEIGHTS[priority],
      emergencies: candidate.emergencies + Number(priority === "emergency"),
      turn: ++this.#turn,
    }
  }

  /** Tells who could take one more request of this skill and urgency, wherever it is. */
  #canTake(category: Category, priority: Priority): (candidate: Candidate) => boolean {
    const { required } = this.rulesFor(category)
    return (candidate) => !exclusionReason(candidate, { category, priority }, required, this.at)
  }

  /** Whether some candidate could take one more request of this skill that is no emergency. */
  hasCapacityFor(category: Category): boolean {
    return this.all.some(this.#canTake(category, "normal"))
  }

  /** The skills of which some candidate could take one more request of this urgency. */
  spareCapacity(priority: Priority): SpareCapacity[] {
    return CATEGORY_IDS.flatMap((category) => {
      const canTake = this.#canTake(category, priority)
      const areas = new Set<string>()
      for (const candidate of this.all) {
        if (!canTake(candidate)) continue
        if (candidate.areas.length === 0) return { category, areas: [] }
        for (const area of candidate.areas) areas.add(area)
      }
      return areas.size > 0 ? { category, areas: [...areas] } : []
    })
  }
}
