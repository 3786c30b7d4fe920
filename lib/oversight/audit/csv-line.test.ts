import fc from "fast-check"
import { expect, test } from "vitest"
import { csvLine } from "./csv-line"

/** Reads one line as RFC 4180 tells it. */
function read(line: string): string[] {
  expect(line.endsWith("\r\n")).toBe(true)
  const cells = [...line.slice(0, -2).matchAll(/"((?:[^"]|"")*)"(,|$)/g)]
  expect(cells.map(([whole]) => whole).join("")).toBe(line.slice(0, -2))
  return cells.map(([, text = ""]) => text.replaceAll('""', '"'))
}

const dangerous = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "\uFF1D")
const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.tuple(dangerous, fc.string()).map((it) => it.join("")),
)

test("no cell begins with what a spreadsheet runs, and none loses anything", () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1 }), (cells) => {
      const kept = read(csvLine(cells))
      expect(kept).toHaveLength(cells.length)
      kept.forEach((cell, i) => {
        expect(cell).not.toMatch(/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/)
        const [given = ""] = cells.slice(i)
        expect([given, `'${given}`]).toContain(cell)
        if (/^[^=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(given)) expect(cell).toBe(given)
      })
    }),
  )
})

test("quotes, commas and line breaks stay inside their cell, and what is absent is empty", () => {
  expect(csvLine(['say "hi", twice\r\n', null, 7])).toBe('"say ""hi"", twice\r\n","","7"\r\n')
})
