import { expect, test } from "vitest"
import type { Draft } from "./contract"
import { detour, onwards, onwardsFromDanger, STEPS, type Step } from "./draft-steps"

const category = "billing" as const
const details = {
  title: "A bill that looks wrong",
  description: "It is too high.",
  contactPreference: "phone" as const,
}
const premises = { line1: "1 Low Road", town: "Northgate", postcode: "NG1 1AA" }

const draft = (answers: Draft["answers"]): Draft => ({ answers, attachments: [] })

function form(entries: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(entries)) data.set(name, value)
  return data
}

test.each<[Draft["answers"], Step, string | undefined]>([
  [{}, "category", undefined],
  [{}, "safety", STEPS.category],
  [{}, "check", STEPS.category],
  [{ category }, "details", undefined],
  [{ category }, "premises", STEPS.details],
  [{ category, ...details }, "premises", undefined],
  [{ category, ...details }, "attachments", STEPS.premises],
  [{ category, ...details, premises }, "attachments", undefined],
  [{ category, ...details, premises }, "check", undefined],
  [{ category, ...details, title: "no" }, "check", STEPS.details],
])("with %j answered, the step %s waits for %s", (answers, step, missing) => {
  expect(detour(draft(answers), step)).toBe(missing)
})

test("a hazard is warned of before anything more is asked", () => {
  expect(detour(draft({ category: "gas_leak" }), "check")).toBe(STEPS.safety)
  expect(detour(draft({ category: "gas_leak" }), "safety")).toBeUndefined()
  expect(onwards("category", form({ category: "gas_leak" }))).toBe(STEPS.safety)
  expect(onwards("category", form({ category: "gas_leak", return: "check" }))).toBe(`${STEPS.safety}?return=check`)
})

const smelly = { ...details, description: "There is a smell of gas in the hall." }

test.each<[Draft["answers"], Step, string | undefined]>([
  [{ category, ...smelly }, "details", undefined],
  [{ category, ...smelly }, "premises", STEPS.danger],
  [{ category, ...smelly }, "danger", undefined],
  [{ category, ...smelly, premises }, "check", STEPS.danger],
  [{ category, ...smelly, premises, happeningNow: false }, "check", undefined],
  [{ category, ...smelly, happeningNow: false }, "premises", undefined],
  [{ category, ...smelly, happeningNow: true }, "safety", undefined],
  [{ category, ...smelly, happeningNow: true }, "check", STEPS.premises],
  [{ category: "gas_leak", ...smelly, premises }, "check", undefined],
])(
  "words of danger are asked about before anything more: with %j answered, the step %s waits for %s",
  (answers, step, missing) => {
    expect(detour(draft(answers), step)).toBe(missing)
  },
)

test("whoever is in danger is told what to do, whoever is not goes on", () => {
  expect(onwardsFromDanger(form({ happeningNow: "true" }))).toBe(STEPS.safety)
  expect(onwardsFromDanger(form({ happeningNow: "false" }))).toBe(STEPS.check)
})

test("an answered step leads to the next, or back to the check it was changed from", () => {
  expect(onwards("category", form({ category }))).toBe(STEPS.details)
  expect(onwards("premises", form({}))).toBe(STEPS.attachments)
  expect(onwards("details", form({ return: "check" }))).toBe(STEPS.check)
  expect(onwards("details", form({ return: "https://evil.example" }))).toBe(STEPS.premises)
})
