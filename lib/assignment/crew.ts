import type { Category, Priority } from "@/lib/requests/category"
import { CATEGORY_IDS } from "@/lib/requests/category"
import type { AssignmentRules } from "@/lib/settings/contract"
import { choose, obstacleFor, type Rules } from "./choose"
import type { Decision, Need } from "./decision"
import type { Person } from "./person"
import { WEIGHTS } from "./strategy"

/** A request given to somebody, and why to them. */
export interface Given {
  requestId: string
  priority: Priority
  person: Person
  decision: Decision
}

/** Everybody who may be given something, at one moment. Whoever is given something has more to do from then on. */
export class Crew {
  readonly #byNumber: Map<number, Person>
  #turn: number

  constructor(
    readonly people: readonly Person[],
    readonly rules: AssignmentRules,
    /** In milliseconds since 1970. */
    readonly at: number,
  ) {
    this.#byNumber = new Map(people.map((person) => [person.number, person]))
    this.#turn = Math.max(0, ...people.map(({ turn }) => turn))
  }

  rulesFor(category: Category): Rules {
    const { strategy, strategies, levels } = this.rules
    return { strategy: strategies[category] ?? strategy, required: levels[category] ?? 1 }
  }

  weigh(need: Need, offered: readonly string[] = []): Decision {
    return choose(this.people, need, this.rulesFor(need.category), this.at, offered)
  }

  /** Gives a request to the best person there is, or to nobody. */
  give(need: Need, offered: readonly string[] = []): Given | undefined {
    const decision = this.weigh(need, offered)
    const person = this.#byNumber.get(decision.chosen ?? -1)
    if (!person) return undefined
    this.load(person, need.priority)
    return { requestId: need.requestId, priority: need.priority, person, decision }
  }

  load(person: Person, priority: Priority): void {
    person.open++
    person.weight += WEIGHTS[priority]
    if (priority === "emergency") person.emergencies++
    person.turn = ++this.#turn
  }

  /** Of which categories somebody somewhere could take one more, of this urgency. */
  takeable(priority: Priority): Category[] {
    return CATEGORY_IDS.filter((category) => {
      const { required } = this.rulesFor(category)
      const need = { requestId: "", category, priority, postcode: "" }
      return this.people.some((person) => !obstacleFor({ ...person, areas: [] }, need, required, this.at))
    })
  }
}
