import { expect, test } from "vitest"
import type { Draft } from "./contract"
import { detour, onwards, onwardsFromDanger, onwardsFromQuestion, STEPS, type Step } from "./draft-steps"

const category = "billing" as const
const details = {
  title: "A bill that looks wrong",
  description: "It is too high.",
  contactPreference: "phone" as const,
}
const premises = { line1: "1 Low Road", town: "Northgate", postcode: "NG1 1AA" }

/** Of somebody who is in no danger, unless the answers say otherwise. */
const draft = (answers: Draft["answers"]): Draft => ({
  answers: { safetyCheck: "none", ...answers },
  attachments: [],
})

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

test.each<[Draft["answers"], Step, string | undefined]>([
  [{}, "question", undefined],
  [{}, "category", STEPS.question],
  [{}, "report", STEPS.question],
  [{ safetyCheck: "none" }, "category", undefined],
  [{ safetyCheck: "vulnerable" }, "category", undefined],
  [{ safetyCheck: "none" }, "report", STEPS.category],
  [{ safetyCheck: "vulnerable", category, ...details, premises }, "report", STEPS.check],
  [{ safetyCheck: "gas_smell" }, "question", undefined],
  [{ safetyCheck: "gas_smell" }, "safety", undefined],
  [{ safetyCheck: "gas_smell" }, "report", undefined],
  [{ safetyCheck: "pipe_hit" }, "category", STEPS.safety],
  [{ safetyCheck: "co_alarm", category, ...details, premises }, "check", STEPS.safety],
])(
  "danger is asked about before anything else: with %j answered, the step %s waits for %s",
  (answers, step, missing) => {
    expect(detour({ answers, attachments: [] }, step)).toBe(missing)
  },
)

test("a draft that was begun before the question about danger is asked it, and goes on where it was", () => {
  for (const step of ["category", "details", "premises", "check"] as const)
    expect(detour({ answers: { category, ...details }, attachments: [] }, step)).toBe(`${STEPS.question}?return=check`)
  expect(detour(draft({ category, ...details }), "check")).toBe(STEPS.premises)
})

test("one tap leads to what to do in danger, or on to the category, or back to the check", () => {
  for (const safetyCheck of ["gas_smell", "co_alarm", "pipe_hit"])
    expect(onwardsFromQuestion(form({ safetyCheck, return: "check" }))).toBe(STEPS.safety)
  for (const safetyCheck of ["vulnerable", "none"]) {
    expect(onwardsFromQuestion(form({ safetyCheck }))).toBe(STEPS.category)
    expect(onwardsFromQuestion(form({ safetyCheck, return: "check" }))).toBe(STEPS.check)
  }
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
