import { expect, test } from "vitest"
import type { Draft } from "./contract"
import { type Asked, detour, onwards, type Step, stepsOf } from "./draft-steps"

const ID = "0190f3c4-0000-7000-8000-000000000000"
const STEPS = stepsOf(ID)

const category = "billing" as const
const details = {
  title: "A bill that looks wrong",
  description: "It is too high.",
  contactPreference: "phone" as const,
}
const premises = { line1: "1 Low Road", town: "Northgate", postcode: "NG1 1AA" }

/** Of somebody who is in no danger, unless the answers say otherwise. */
const draft = (answers: Draft["answers"], typed: Draft["typed"] = {}) =>
  begun({ safetyCheck: "none", ...answers }, typed)
const begun = (answers: Draft["answers"], typed: Draft["typed"] = {}) => ({ id: ID, answers, typed })

/** Where one ends up once these answers are saved on a page. */
function after(from: Asked, answers: Draft["answers"], back?: string): string {
  const data = new FormData()
  if (back) data.set("return", back)
  return onwards(draft(answers), from, data)
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
    expect(detour(begun(answers), step)).toBe(missing)
  },
)

test("a draft that was begun before the question about danger is asked it, and goes on where it was", () => {
  for (const step of ["category", "details", "premises", "check"] as const)
    expect(detour(begun({ category, ...details }), step)).toBe(`${STEPS.question}?return=check`)
  expect(detour(draft({ category, ...details }), "check")).toBe(STEPS.premises)
})

test("one tap leads to what to do in danger, or on to the category, or back to the check", () => {
  const all = { category, ...details, premises }
  for (const safetyCheck of ["gas_smell", "co_alarm", "pipe_hit"] as const)
    expect(after("question", { safetyCheck }, "check")).toBe(STEPS.safety)
  for (const safetyCheck of ["vulnerable", "none"] as const) {
    expect(after("question", { safetyCheck })).toBe(STEPS.category)
    expect(after("question", { safetyCheck, ...all }, "check")).toBe(STEPS.check)
  }
})

test("a hazard is warned of before anything more is asked", () => {
  expect(detour(draft({ category: "gas_leak" }), "check")).toBe(STEPS.safety)
  expect(detour(draft({ category: "gas_leak" }), "safety")).toBeUndefined()
  expect(after("category", { category: "gas_leak" })).toBe(STEPS.safety)
  expect(after("category", { category: "gas_leak" }, "check")).toBe(`/requests/new/${ID}/safety?return=check#call`)
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

test("whoever is in danger is told what to do, whoever is not goes on to what is missing", () => {
  expect(after("danger", { category, ...smelly, happeningNow: true })).toBe(STEPS.safety)
  expect(after("danger", { category, ...smelly, happeningNow: false })).toBe(STEPS.premises)
  expect(after("danger", { category, ...smelly, premises, happeningNow: false })).toBe(STEPS.check)
})

test("an answered step leads to where one ends up: the next, or the check it was changed from, or a question between", () => {
  expect(after("category", { category })).toBe(STEPS.details)
  expect(after("details", { category, ...smelly })).toBe(STEPS.danger)
  expect(after("premises", { category, ...details, premises })).toBe(STEPS.attachments)
  expect(after("details", { category, ...details, premises }, "check")).toBe(STEPS.check)
  expect(after("details", { category, ...details }, "https://evil.example")).toBe(STEPS.premises)
})

test("nothing is checked or sent without what was typed and not saved", () => {
  const unsaved = draft({ category, ...details, premises }, { details: { title: "Another title" } })
  expect(detour(unsaved, "check")).toBe(STEPS.details)
  expect(detour(unsaved, "details")).toBeUndefined()
})
