import { expect, test } from "vitest"
import { byHandSentence, chosenSentence } from "./explain-words"

test("why somebody was chosen is one sentence: skill, load and duty", () => {
  const weighed = { level: 3 as const, open: 2, capacity: 8 }
  expect(chosenSentence("Priya Nair", { category: "gas_leak" }, weighed)).toBe(
    "Assigned automatically to Priya Nair: gas smell or leak skill 3, 2 of 8 open, on shift.",
  )
  expect(chosenSentence("Tom Reid", { category: "repair" }, { ...weighed, onCall: true })).toMatch(/, on call\.$/)
})

test("what was given by hand says so, and by whom", () => {
  expect(byHandSentence("Tom Reid", "Helen")).toBe("Assigned to Tom Reid by Helen.")
  expect(byHandSentence("Tom Reid", undefined)).toBe("Assigned to Tom Reid manually.")
})
