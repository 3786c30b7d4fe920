import fc from "fast-check"
import { expect, test } from "vitest"
import { newReference, readReference } from "./reference"

const spaced = fc.constantFrom("", " ", "-", "  ")

test("a reference is understood however it is spaced, capitalised, or shortened", () => {
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), spaced, spaced, (lower, prefixed, first, second) => {
      const reference = newReference()
      const [, a, b] = reference.split("-")
      const typed = `${prefixed ? `GR${first}` : ""}${a}${second}${b}`
      expect(readReference(lower ? typed.toLowerCase() : typed)).toBe(reference)
    }),
  )
})

test("letters that look alike are never drawn", () => {
  const drawn = Array.from({ length: 500 }, newReference).join("").replaceAll("GR-", "")
  expect(drawn).not.toMatch(/[01ILOU]/)
})

test("ordinary words are no reference", () => {
  for (const words of ["", "boiler", "gas leak", "GR-", "a very long title of a request"])
    expect(readReference(words)).toBeUndefined()
})
