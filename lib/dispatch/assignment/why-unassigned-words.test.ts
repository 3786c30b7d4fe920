import { describe, expect, test } from "vitest"
import type { RequestToAssign } from "@/lib/model/decision"
import { personOf } from "@/lib/testing/candidates"
import type { Candidate } from "./candidate"
import { Candidates } from "./candidates"
import { whyUnassigned } from "./why-unassigned-words"

const NOW = Date.UTC(2026, 2, 29, 12)
const now = { from: NOW - 1, until: NOW + 1 }
const HOUR = 3_600_000
const later = (hours: number) => ({ from: NOW + hours * HOUR, until: NOW + (hours + 8) * HOUR })
const over = { from: 0, until: 0 }
const need: RequestToAssign = { requestId: "r1", category: "billing", priority: "low", postcode: "LS1 4AB" }

const person = (traits: Partial<Candidate>, number: number): Candidate =>
  personOf(number, { capacity: 1, categories: ["billing", "gas_leak"], ...traits })

const rules = (level: 1 | 3 = 1) => ({ strategy: "skilled" as const, strategies: {}, levels: { billing: level } })
const among = (...traits: Partial<Candidate>[]) => new Candidates(traits.map(person), rules(), NOW)

describe("why nobody has a request is one sentence", () => {
  const [full, away, off] = [{ open: 1 }, { available: false }, { shift: over }]
  const other: Partial<Candidate> = { categories: ["repair"] }
  test.each<[string, Partial<Candidate>[], string]>([
    ["nobody at all", [], "No one is qualified for billing queries."],
    ["nobody skilled", [other, other], "No one is qualified for billing queries."],
    ["nobody near", [{ areas: ["M"] }], "No one qualified for billing queries covers LS1 4AB."],
    [
      "others who work elsewhere",
      [away, { areas: ["M"] }],
      "Only Person 0 is qualified for billing queries in LS1 4AB, but is away.",
    ],
    ["all full", [full, full, full, other], "All 3 people qualified for billing queries are at capacity."],
    ["the only one full", [full, other], "Only Person 0 is qualified for billing queries, but is at capacity."],
    ["all away", [away, away, other], "Both people qualified for billing queries are away."],
    [
      "one away, one on call, who is there for emergencies only",
      [away, { ...away, onCall: now }, other],
      "No one on shift is qualified for billing queries. Of those qualified, 1 is away, 1 is only on call.",
    ],
    [
      "some away, one off shift",
      [away, away, off, other],
      "No one on shift is qualified for billing queries. Of those qualified, 2 are away, 1 is off shift.",
    ],
    [
      "one full, one absent",
      [full, { absence: now }],
      "No one qualified for billing queries is available: 1 is at capacity, 1 is absent. Person 1 starts at 13:00.",
    ],
    [
      "some off shift, who come back",
      [{ shift: later(30) }, { shift: later(3) }, { shift: later(2), open: 1 }, away],
      "No one on shift is qualified for billing queries. Of those qualified, 1 is away, 3 are off shift. Person 1 starts at 16:00.",
    ],
    [
      "the only one absent until tomorrow",
      [{ absence: { from: 0, until: NOW + 20 * HOUR } }],
      "Only Person 0 is qualified for billing queries, but is absent. Person 0 starts on Mon 30 Mar at 09:00.",
    ],
    [
      "somebody away, whose shift would begin soon",
      [{ available: false, shift: later(2) }],
      "Only Person 0 is qualified for billing queries, but is away.",
    ],
    [
      "absent until after the end of the shift that is known",
      [{ absence: { from: 0, until: NOW + 12 * HOUR }, shift: { from: NOW - HOUR, until: NOW + HOUR } }],
      "Only Person 0 is qualified for billing queries, but is absent.",
    ],
    [
      "whose shift begins within an absence",
      [{ absence: { from: NOW + HOUR, until: NOW + 4 * HOUR }, shift: later(2) }],
      "Only Person 0 is qualified for billing queries, but is off shift. Person 0 starts at 17:00.",
    ],
    ["somebody there after all", [{}], "It is about to be assigned."],
  ])("%s", (_, people, sentence) => {
    expect(whyUnassigned(among(...people), need, "Europe/London")).toBe(sentence)
  })

  test("a level that is asked for and nobody has", () => {
    expect(whyUnassigned(new Candidates([person({}, 1)], rules(3), NOW), need, "Europe/London")).toBe(
      "No one has the required skill level for billing queries: expert.",
    )
  })

  test("an emergency that everybody was offered in vain", () => {
    const emergency: RequestToAssign = { ...need, category: "gas_leak", priority: "emergency" }
    expect(whyUnassigned(among({}, full), emergency, "Europe/London", ["p0", "p1"])).toBe(
      "Both people qualified for gas leaks did not respond.",
    )
    const called = among({ shift: later(5), onCall: later(2) })
    expect(whyUnassigned(called, emergency, "Europe/London")).toMatch(/Person 0 starts at 15:00\.$/)
    const gone = among({ shift: later(2) }, full)
    expect(whyUnassigned(gone, emergency, "Europe/London", ["p0", "p1"])).not.toContain("starts")
  })
})

test("whom a request was unassigned from by hand is not said to be about to have it, nor to be there next", () => {
  const candidates = among({}, { shift: later(3) })
  const taken = { ...need, unassignedFrom: candidates.all.map(({ id }) => id) }
  expect(whyUnassigned(candidates, need, "Europe/London")).toBe("It is about to be assigned.")
  expect(whyUnassigned(candidates, taken, "Europe/London")).toBe(
    "No one qualified for billing queries is available: 1 was unassigned from it, 1 is off shift.",
  )
})
