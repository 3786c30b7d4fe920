import { expect, test } from "vitest"
import { byHandSentence, chosenSentence } from "./explain-words"

test("why somebody was chosen is one sentence: skill, load and duty", () => {
  const weighed = { level: 3 as const, open: 2, capacity: 8 }
  expect(chosenSentence("Priya Nair", { category: "gas_leak" }, weighed)).toBe(
    "Assigned to Priya Nair: gas smell or leak skill 3, 2 open of 8, on shift.",
  )
  expect(chosenSentence("Tom Reid", { category: "repair" }, { ...weighed, onCall: true })).toMatch(/, on call\.$/)
})

test("what was given by hand says so, and by whom", () => {
  expect(byHandSentence("Tom Reid", "Helen")).toBe("Given to Tom Reid by hand, by Helen.")
  expect(byHandSentence("Tom Reid", undefined)).toBe("Given to Tom Reid by hand.")
})
