import { expect, test } from "vitest"
import { againWords, earlierWords } from "./again-words"

test("how often it was reported is said as far as it is counted", () => {
  expect(againWords(3)).toBe("Reported again (3×)")
  expect(againWords(1000)).toBe("Reported again (1,000×)")
  expect(againWords(1001)).toBe("Reported again (more than 1,000×)")
})

test("so is how many are not shown", () => {
  expect(earlierWords(20, 20)).toBeUndefined()
  expect(earlierWords(25, 20)).toBe("And 5 earlier.")
  expect(earlierWords(1001, 20)).toBe("And more than 980 earlier.")
})
