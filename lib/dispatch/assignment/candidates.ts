import type { Category, Priority } from "@/lib/model/category"
import { CATEGORY_IDS } from "@/lib/model/category"
import type { AssignmentDecision, RequestToAssign } from "@/lib/model/decision"
import type { Candidate } from "./candidate"
import { choose, exclusionReason, type Rules } from "./choose"
import type { AssignmentRules } from "./rules"
import { WEIGHTS } from "./strategy"

/** A request given to somebody, and why to them. */
export interface NewAssignment {
  requestId: string
  priority: Priority
  person: Candidate
  decision: AssignmentDecision
}

/** What there is room for. */
export interface SpareCapacity {
  category: Category
  areas: readonly string[]
}

/** Everybody who may be given something, at one moment. Whoever is given something has more to do from then on. */
export class Candidates {
  readonly people: Candidate[]
  /** Where nobody can take one, nobody can take the next: whoever is given something has less room than before. */
  readonly #stuck = new Set<string>()
  #turn: number

  constructor(
    people: readonly Candidate[],
    readonly rules: AssignmentRules,
    /** In milliseconds since 1970. */
    readonly at: number,
  ) {
    this.people = [...people]
    this.#turn = people.reduce((latest, { turn }) => Math.max(latest, turn), 0)
  }

  rulesFor(category: Category): Rules {
    const { strategy, strategies, levels } = this.rules
    return { strategy: strategies[category] ?? strategy, required: levels[category] ?? 1 }
  }

  weigh(need: RequestToAssign, offered: readonly string[] = []): AssignmentDecision {
    return choose(this.people, need, this.rulesFor(need.category), this.at, offered)
  }

  /** Gives a request to the best person there is, or to nobody. */
  give(need: RequestToAssign, offered: readonly string[] = []): NewAssignment | undefined {
    const kind = `${need.category} ${need.postcode}`
    const isUrgent = need.priority === "emergency"
    if (!isUrgent && this.#stuck.has(kind)) return undefined
    const decision = this.weigh(need, offered)
    const person = this.people.find(({ number }) => number === decision.chosen)
    if (!person && !isUrgent) this.#stuck.add(kind)
    if (!person) return undefined
    this.load(person, need.priority)
    return { requestId: need.requestId, priority: need.priority, person, decision }
  }

  /** Others may know the same person as they were: what changes is a copy. */
  load(person: Candidate, priority: Priority): void {
    const place = this.people.indexOf(person)
    if (place < 0) throw new Error("This is somebody as they were before.")
    this.people[place] = {
      ...person,
      open: person.open + 1,
      weight: person.weight + WEIGHTS[priority],
      emergencies: person.emergencies + Number(priority === "emergency"),
      turn: ++this.#turn,
    }
  }

  /** Whether somebody could take one more, wherever it is. */
  #isAble(category: Category, priority: Priority): (person: Candidate) => boolean {
    const { required } = this.rulesFor(category)
    return (person) => !exclusionReason(person, { category, priority }, required, this.at)
  }

  /** Whether there is somebody for one more that is no emergency. */
  hasRoomFor(category: Category): boolean {
    return this.people.some(this.#isAble(category, "normal"))
  }

  /** Of which categories somebody could take one more, of this urgency, and in which areas; everywhere where none is named. */
  takeable(priority: Priority): SpareCapacity[] {
    return CATEGORY_IDS.flatMap((category) => {
      const isAble = this.#isAble(category, priority)
      const areas = new Set<string>()
      for (const person of this.people) {
        if (!isAble(person)) continue
        if (person.areas.length === 0) return { category, areas: [] }
        for (const area of person.areas) areas.add(area)
      }
      return areas.size > 0 ? { category, areas: [...areas] } : []
    })
  }
}
