import { expect, test } from "vitest"
import { againOf } from "./again-of"
import { againWords, earlierWords } from "./again-words"

test("how often it was reported is said as far as it is counted", () => {
  expect(againWords(3)).toBe("Reported again (3×)")
  expect(againWords(1000)).toBe("Reported again (1,000×)")
  expect(againWords(1001)).toBe("Reported again (more than 1,000×)")
})

test("reports of other premises are told from those of the same", () => {
  const [here, there] = [
    { line1: "12 Mill Lane", town: "Leeds", postcode: "LS1 4AB" },
    { line1: "3 Hill Street", town: "Leeds", postcode: "LS9 9AB" },
  ]
  const again = (...reports: { line1: string; town: string; postcode: string }[]) =>
    againOf(here, { reportedAgain: reports.length, reports: reports.map((premises) => ({ premises })) })
  expect(again(here, { ...here, line1: "12, Mill Lane" })).toBe("Reported again (2×)")
  expect(again(there)).toBe("More from the same source (1×)")
  expect(again(there, here)).toBe("Reported again (2×), also elsewhere from the same source")
})

test("so is how many are not shown", () => {
  expect(earlierWords(20, 20)).toBeUndefined()
  expect(earlierWords(25, 20)).toBe("And 5 earlier.")
  expect(earlierWords(1001, 20)).toBe("And more than 980 earlier.")
})
