import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { RequestToAssign } from "@/lib/model/decision"
import { decisionToKeep, keptDecision } from "@/lib/model/kept-decision"
import { STRATEGY_NAMES } from "@/lib/model/strategy"
import { personOf } from "@/lib/testing/candidates"
import type { Candidate } from "./candidate"
import { Candidates } from "./candidates"
import { choose, exclusionReason, replay } from "./choose"

const NOW = Date.UTC(2026, 2, 29, 12)
const HOUR = 3_600_000
const now = { from: NOW - HOUR, until: NOW + HOUR }
const later = { from: NOW + HOUR, until: NOW + 2 * HOUR }
const rules = { strategy: "skilled", required: 1 } as const
const ordinary: RequestToAssign = { requestId: "r1", category: "meter_fault", priority: "normal", postcode: "LS1 4AB" }
const emergency: RequestToAssign = { ...ordinary, category: "gas_leak", priority: "emergency" }

const person = (number: number, traits: Partial<Candidate> = {}): Candidate =>
  personOf(number, { categories: ["meter_fault", "gas_leak"], ...traits })

describe("somebody is not given a request", () => {
  test.each<[string, Partial<Candidate>, string | undefined]>([
    ["who is there, can do it and has room: they are", {}, undefined],
    ["who says that they are away", { available: false }, "away"],
    ["who is absent, whatever they say", { absence: now }, "absent"],
    ["whose shift comes later", { shift: later }, "off_shift"],
    ["whose shift is on: they are", { shift: now }, undefined],
    ["who is on call only", { shift: later, onCall: now }, "off_shift"],
    ["who cannot do this", { categories: ["billing"] }, "unskilled"],
    ["who works elsewhere", { areas: ["M", "LS2"] }, "area"],
    ["who works here: they are", { areas: ["M", "LS1"] }, undefined],
    ["who has no room", { open: 8 }, "full"],
  ])("%s", (_, traits, reason) => {
    expect(exclusionReason(person(1, traits), ordinary, 1, NOW)).toBe(reason)
  })

  test("whose skill is below what is asked", () => {
    expect(exclusionReason(person(1), ordinary, 2, NOW)).toBe("level")
    expect(exclusionReason(person(1, { levels: { meter_fault: 2 } }), ordinary, 2, NOW)).toBeUndefined()
  })

  test("who let it pass before", () => {
    expect(exclusionReason(person(1), emergency, 1, NOW, ["p1"])).toBe("offered")
  })
})

describe("an emergency", () => {
  test("finds people on call, also when they do not say that they are there, and people without room", () => {
    const onCall = { available: false, shift: later, onCall: now }
    expect(exclusionReason(person(1, onCall), emergency, 1, NOW)).toBeUndefined()
    expect(exclusionReason(person(1, { ...onCall, absence: now }), emergency, 1, NOW)).toBe("absent")
    expect(exclusionReason(person(1, { open: 8 }), emergency, 1, NOW)).toBeUndefined()
  })

  test.each(STRATEGY_NAMES)("goes to the best on shift, then to the best on call, whatever else: %s", (strategy) => {
    const people = [
      person(1, { available: false, onCall: now, levels: { gas_leak: 3 } }),
      person(2, { levels: { gas_leak: 2 } }),
      person(3, { levels: { gas_leak: 3 }, weight: 40, open: 10 }),
    ]
    const chosen = (offered: string[]) => choose(people, emergency, { ...rules, strategy }, NOW, offered).chosen
    expect([chosen([]), chosen(["p3"]), chosen(["p3", "p2"]), chosen(["p1", "p2", "p3"])]).toEqual([3, 2, 1, null])
  })
})

test("ten emergencies at once find ten people, the best first", () => {
  const people = Array.from({ length: 10 }, (_, i) => person(i + 1, { levels: i < 3 ? { gas_leak: 3 } : {} }))
  const candidates = new Candidates(people, { strategy: "skilled", strategies: {}, levels: {} }, NOW)
  const chosen = Array.from(
    { length: 10 },
    (_, i) => candidates.assign({ ...emergency, requestId: String(i) })?.candidate.number,
  )
  expect(chosen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
})

describe("among the eligible", () => {
  const best = (strategy: (typeof STRATEGY_NAMES)[number], ...people: Candidate[]) =>
    choose(people, ordinary, { ...rules, strategy }, NOW).chosen

  test("skilled takes the least load for its capacity, priorities weighed; then whoever has waited longest", () => {
    expect(best("skilled", person(1, { weight: 4, open: 1 }), person(2, { weight: 3, open: 3 }))).toBe(2)
    expect(best("skilled", person(1, { weight: 3, capacity: 4 }), person(2, { weight: 5, capacity: 10 }))).toBe(2)
    expect(best("skilled", person(1, { turn: 7 }), person(2, { turn: 5 }), person(3, { turn: 6 }))).toBe(2)
  })

  test("least-loaded counts requests, round-robin asks for nothing but whose turn it is", () => {
    const [light, heavy] = [person(1, { open: 2, weight: 2, turn: 9 }), person(2, { open: 1, weight: 8, turn: 4 })]
    expect(best("least-loaded", light, heavy)).toBe(2)
    expect(best("round-robin", light, heavy)).toBe(2)
    expect(best("skilled", light, heavy)).toBe(1)
  })

  test("random draws everybody about as often, and each request always the same", () => {
    const people = Array.from({ length: 5 }, (_, i) => person(i + 1))
    const drawn = Array.from({ length: 5000 }, (_, i) => {
      const request = { ...ordinary, requestId: `request ${i}` }
      const { chosen } = choose(people, request, { ...rules, strategy: "random" }, NOW)
      expect(choose(people.toReversed(), request, { ...rules, strategy: "random" }, NOW).chosen).toBe(chosen)
      return chosen
    })
    for (const { number } of people) {
      const share = drawn.filter((it) => it === number).length / drawn.length
      expect(Math.abs(share - 0.2)).toBeLessThan(0.03)
    }
  })
})

const anyone = fc.record({
  available: fc.boolean(),
  capacity: fc.nat(4),
  categories: fc.subarray(["meter_fault", "gas_leak"] as const),
  levels: fc.constantFrom<Candidate["levels"]>({}, { gas_leak: 3 }, { meter_fault: 2 }),
  areas: fc.subarray(["LS", "M1"]),
  shift: fc.constantFrom(undefined, now, later),
  onCall: fc.constantFrom(undefined, now),
  absence: fc.constantFrom(undefined, later, now),
  open: fc.nat(4),
  weight: fc.nat(16),
  turn: fc.nat(20),
})
const crowd = fc
  .array(anyone, { maxLength: 12 })
  .map((all) => all.map((traits, i) => person(i + 1, traits as Partial<Candidate>)))
const asked = fc.constantFrom(ordinary, emergency)
const strategies = fc.constantFrom(...STRATEGY_NAMES)

describe("a decision", () => {
  test("of many keeps the best twenty with what was weighed, and the others by number", () => {
    const people = Array.from({ length: 50 }, (_, i) => person(i + 1, { weight: (i * 7) % 50, capacity: 100 }))
    const { eligible, runnersUp, chosen } = choose(people, ordinary, rules, NOW)
    expect(eligible.map(({ weight }) => weight)).toEqual(Array.from({ length: 20 }, (_, i) => i))
    expect(runnersUp).toHaveLength(30)
    expect(chosen).toBe(eligible[0]?.number)
  })

  test("names everybody once, and gives the same person when it is played again, also from the database", () => {
    fc.assert(
      fc.property(crowd, asked, strategies, (people, request, strategy) => {
        const decision = choose(people, request, { strategy, required: 1 }, NOW)
        const named = [
          ...decision.eligible.map(({ number }) => number),
          ...decision.runnersUp,
          ...Object.values(decision.excluded).flat(),
        ]
        expect(named.sort((a, b) => a - b)).toEqual(people.map(({ number }) => number))
        const kept = keptDecision(JSON.parse(JSON.stringify(decisionToKeep(decision))))
        expect(kept).toEqual(decision)
        const { runnersUp: behind, excluded: out, ...rest } = decision
        expect(keptDecision({ ...rest, behind, out })).toEqual(decision)
        expect(replay(kept)).toBe(decision.chosen)
      }),
    )
  })

  test("does not depend on the order in which people are looked at", () => {
    fc.assert(
      fc.property(crowd, asked, strategies, (people, request, strategy) => {
        const once = choose(people, request, { strategy, required: 1 }, NOW)
        expect(choose(people.toReversed(), request, { strategy, required: 1 }, NOW).chosen).toBe(once.chosen)
      }),
    )
  })

  test("never goes to a candidate who is excluded, and to nobody only when all are", () => {
    fc.assert(
      fc.property(crowd, asked, strategies, (people, request, strategy) => {
        const { chosen } = choose(people, request, { strategy, required: 1 }, NOW)
        const free = people.filter((it) => !exclusionReason(it, request, 1, NOW)).map(({ number }) => number)
        if (chosen === null) expect(free).toEqual([])
        else expect(free).toContain(chosen)
      }),
    )
  })
})

test("requests assigned one after the other spread evenly, and never beyond capacity", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 60 }), (count, requests) => {
      const people = Array.from({ length: count }, (_, i) => person(i + 1))
      const candidates = new Candidates(people, { strategy: "skilled", strategies: {}, levels: {} }, NOW)
      for (let i = 0; i < requests; i++) candidates.assign({ ...ordinary, requestId: String(i) })
      const loads = candidates.all.map(({ open }) => open)
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      expect(loads.reduce((a, b) => a + b)).toBe(Math.min(requests, count * 8))
    }),
  )
})
