import { expect, test } from "vitest"
import { shortened } from "./shortened"

const ROOM = { lines: 2, characters: 20 }

test("a text that has room is left as it is", () => {
  expect(shortened("Dog in the yard.\nRing twice.\n", { lines: 2, characters: 40 })).toBe(
    "Dog in the yard.\nRing twice.",
  )
})

test("a text with too many lines or letters says that there is more", () => {
  expect(shortened("one\ntwo\nthree", ROOM)).toBe("one\ntwo…")
  expect(shortened("a".repeat(30), ROOM)).toBe(`${"a".repeat(20)}…`)
})
