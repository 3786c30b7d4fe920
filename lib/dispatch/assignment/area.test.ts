import { expect, test } from "vitest"
import { liesIn, worksIn } from "./area"

test.each([
  ["LS1 4AB", "LS", true],
  ["LS1 4AB", "LS1", true],
  ["LS1 4AB", "ls1", true],
  ["LS14 4AB", "LS1", false],
  ["LS14AB", "LS1", true],
  ["M1 3HE", "M", true],
  ["MK1 3HE", "M", false],
  ["M1 3HE", "M1", true],
  ["M11 3HE", "M1", false],
  ["M113HE", "M11", true],
  ["EC1A 1BB", "EC1", true],
  ["EC1A 1BB", "EC1A", true],
  ["90210", "902", true],
  ["D02 X285", "D02", true],
  ["1012 AB", "1012", true],
  ["114 55", "11", true],
  ["114 55", "1145", true],
  ["11455", "114 5", true],
  ["1000-001", "10", true],
  ["1000-001", "100000", true],
  ["1000-001", "11", false],
  ["LS1 4AB", "LS14AB", true],
  ["LS1 4AB", "LS14", false],
])("%s lies in %s: %s", (postcode, area, lies) => {
  expect(liesIn(postcode, area)).toBe(lies)
})

test("whoever works in some areas works where the postcode is not known, too", () => {
  expect(worksIn({ areas: ["LS1"] }, "")).toBe(true)
  expect(worksIn({ areas: ["LS1"] }, "M1 3HE")).toBe(false)
})
