import { type Candidate, isIn, isOnShift } from "@/lib/dispatch/assignment/candidate"
import { Candidates } from "@/lib/dispatch/assignment/candidates"
import { exclusionReason } from "@/lib/dispatch/assignment/choose"
import { WEIGHTS } from "@/lib/dispatch/assignment/strategy"
import { nextOffer } from "@/lib/dispatch/escalation/next-offer"
import { PRIORITIES } from "@/lib/model/category"
import type { RequestToAssign } from "@/lib/model/decision"
import type { StrategyName } from "@/lib/model/strategy"
import { Agenda } from "./agenda"
import { randomOf } from "./random"
import { MINUTE, type Task, type World } from "./world"

const ACKNOWLEDGE_WITHIN = MINUTE

export interface Played {
  /** From filing to the start of work, in milliseconds, of each request that was begun. */
  waits: Map<string, number>
  /** From filing to acknowledgement, of each emergency. */
  acknowledged: number[]
  /** How long each person worked. */
  worked: number[]
}

interface SimulatedWorker {
  person: Candidate
  /** Assigned and not begun, or interrupted. */
  pile: Task[]
  inHand: { task: Task; until: number; ticket: number } | undefined
  worked: number
}

/** Plays a day through one strategy: assignment is the production code, and people work what is assigned to them. */
export function play(world: World, strategy: StrategyName, seed: number): Played {
  return new SimulatedDay(world, strategy, seed).play()
}

class SimulatedDay {
  readonly #workers: SimulatedWorker[]
  readonly #byId: Map<string, SimulatedWorker>
  readonly #rules
  readonly #random
  readonly #agenda = new Agenda()
  readonly #begun = new Set<string>()
  readonly #waits = new Map<string, number>()
  readonly #acknowledged: number[] = []
  #queue: Task[] = []
  #tickets = 0

  constructor(
    private readonly world: World,
    strategy: StrategyName,
    seed: number,
  ) {
    this.#workers = world.people.map((person) => ({ person: { ...person }, pile: [], inHand: undefined, worked: 0 }))
    this.#byId = new Map(this.#workers.map((worker) => [worker.person.id, worker]))
    this.#rules = { strategy, strategies: {}, levels: {} }
    this.#random = randomOf(seed + 1)
  }

  play(): Played {
    for (const task of this.world.tasks) this.#agenda.add(task.at, (now) => this.#file(task, now))
    for (const worker of this.#workers)
      for (const span of [worker.person.shift, worker.person.absence])
        for (const at of span ? [span.from, span.until] : []) this.#agenda.add(at, (now) => this.#turnOver(worker, now))
    this.#agenda.run()
    return { waits: this.#waits, acknowledged: this.#acknowledged, worked: this.#workers.map(({ worked }) => worked) }
  }

  #file(task: Task, now: number): void {
    if (task.priority === "emergency") this.#offer(task, now, [])
    else if (!this.#assign(task, now)) this.#queue.push(task)
  }

  /** The worker whom `by` chooses from all candidates as they are now, with the load that this adds. */
  #choose(
    now: number,
    by: (candidates: Candidates) => { candidate: Candidate | undefined } | undefined,
  ): SimulatedWorker | undefined {
    const people = this.#workers.map(({ person }) => person)
    const candidates = new Candidates(people, this.#rules, now)
    const worker = this.#byId.get(by(candidates)?.candidate?.id ?? "")
    const loaded = candidates.all.find(({ id }) => id === worker?.person.id)
    if (worker && loaded) worker.person = loaded
    return worker
  }

  #assign(task: Task, now: number): boolean {
    const worker = this.#choose(now, (candidates) => candidates.assign(requestOf(task)))
    worker?.pile.push(task)
    if (worker) this.#begin(worker, now)
    return worker !== undefined
  }

  /** A busy worker looks later, and perhaps too late. */
  #offer(task: Task, now: number, offered: string[]): void {
    const worker = this.#choose(now, (candidates) => nextOffer(candidates, requestOf(task), offered))
    if (!worker) {
      this.#agenda.add(now + MINUTE, (later) => this.#offer(task, later, []))
      return
    }
    const looksAfter = worker.inHand ? this.#random.between(0.1, 1.3) : this.#random.between(0.05, 0.3)
    if (looksAfter * MINUTE <= ACKNOWLEDGE_WITHIN)
      this.#agenda.add(now + looksAfter * MINUTE, (then) => this.#acknowledge(task, worker, then))
    else {
      this.#unload(worker, task)
      this.#agenda.add(now + ACKNOWLEDGE_WITHIN, (then) => this.#offer(task, then, [...offered, worker.person.id]))
    }
  }

  /** An emergency interrupts whatever else is in hand. */
  #acknowledge(task: Task, worker: SimulatedWorker, now: number): void {
    this.#acknowledged.push(now - task.at)
    const { inHand } = worker
    if (inHand && inHand.task.priority !== "emergency") {
      worker.pile.push({ ...inHand.task, takes: inHand.until - now })
      worker.worked -= inHand.until - now
      worker.inHand = undefined
    }
    worker.pile.push(task)
    this.#begin(worker, now)
  }

  #begin(worker: SimulatedWorker, now: number): void {
    if (worker.inHand || !this.#isHere(worker.person, now)) return
    const task = worker.pile.sort(byUrgency).shift()
    if (!task) return
    if (!this.#begun.has(task.id)) this.#waits.set(task.id, now - task.at)
    this.#begun.add(task.id)
    const ticket = ++this.#tickets
    worker.inHand = { task, until: now + task.takes, ticket }
    worker.worked += task.takes
    this.#agenda.add(now + task.takes, (then) => this.#finish(worker, ticket, then))
  }

  #finish(worker: SimulatedWorker, ticket: number, now: number): void {
    if (worker.inHand?.ticket !== ticket) return
    this.#unload(worker, worker.inHand.task)
    worker.inHand = undefined
    this.#begin(worker, now)
    this.#drain(now)
  }

  #unload({ person }: SimulatedWorker, { priority }: Task): void {
    person.open--
    person.weight -= WEIGHTS[priority]
    if (priority === "emergency") person.emergencies--
  }

  /** A shift or an absence begins or ends: requests not started return to the unassigned queue. */
  #turnOver(worker: SimulatedWorker, now: number): void {
    if (this.#isHere(worker.person, now)) this.#begin(worker, now)
    else {
      const left = worker.pile.filter(({ id }) => !this.#begun.has(id))
      worker.pile = worker.pile.filter(({ id }) => this.#begun.has(id))
      for (const task of left) this.#unload(worker, task)
      this.#queue.push(...left)
    }
    this.#drain(now)
  }

  /** Assigns the queue by priority, then age, as far as somebody is eligible. */
  #drain(now: number): void {
    if (this.#queue.length === 0) return
    const stuck = new Set<string>()
    this.#queue = this.#queue.sort(byUrgency).filter((task) => {
      const kind = `${task.category} ${task.postcode}`
      if (stuck.has(kind)) return true
      if (
        this.#workers.every(({ person }) => exclusionReason(person, requestOf(task), 1, now)) ||
        !this.#assign(task, now)
      )
        stuck.add(kind)
      return stuck.has(kind)
    })
  }

  #isHere = (person: Candidate, now: number): boolean => isOnShift(person, now) && !isIn(person.absence, now)
}

const requestOf = ({ id, category, priority, postcode }: Task): RequestToAssign => ({
  requestId: id,
  category,
  priority,
  postcode,
})

const byUrgency = (a: Task, b: Task): number =>
  PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) || a.at - b.at
