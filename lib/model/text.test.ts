import { expect, test } from "vitest"
import { line, prose } from "./text"

const note = prose("a note", { min: 3, max: 10 })

test("line ends are LF, whoever sent them", () => expect(note.parse(" a\r\nb\rc ")).toBe("a\nb\nc"))

test.each([
  [undefined, "Enter a note"],
  ["   ", "Enter a note"],
  ["ab", "Note must be at least 3 characters"],
  ["abcdefghijk", "Note must be 10 characters or fewer"],
  ["\u200b\u2066 \u00a0", "Enter a note"],
  [7, "Note must be text"],
])("%j is answered in plain words", (value, message) => {
  expect(note.safeParse(value).error?.issues[0]?.message).toBe(message)
})

test("a line is one line", () => {
  expect(line("a title", { max: 20 }).parse("two\r\nlines")).toBe("two lines")
  expect(line("a title", { max: 20 }).parse("Gasgeruch 🔥 im Flur")).toBe("Gasgeruch 🔥 im Flur")
})
