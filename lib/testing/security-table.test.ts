import { existsSync, readFileSync } from "node:fs"
import { expect, test } from "vitest"

const REQUIRED = `1.2.1 1.2.4 1.2.10 1.3.11 2.2.2 2.3.1 2.3.3 2.4.1 3.3.1 3.3.2 3.3.3 3.3.4 3.4.1 3.4.3 3.4.4 3.4.6
  3.5.1 3.5.3 3.7.2 6.2.1 6.2.3 6.2.4 6.2.8 6.3.1 6.3.2 6.3.3 6.3.8 6.4.3 7.2.4 7.3.2 7.4.1 7.4.2 7.4.3 7.5.3 8.2.1
  8.2.2 8.2.3 8.3.2 9.1.2 9.1.3 9.2.1 9.2.2 9.2.3 11.4.2 14.3.1 14.3.2 15.3.3 15.4.2 16.3.1 16.4.1 16.5.1`.split(/\s+/)

/** The tests that each requirement names, by its number. */
function table(): Map<string, { file: string; name: string }[]> {
  const rows = readFileSync("docs/security.md", "utf8").matchAll(/^\| (\d+\.\d+\.\d+) +\| [^|]+ \| (.+?) *\|$/gm)
  return new Map(
    [...rows].map(([, number = "", tests = ""]) => [
      number,
      tests.split("<br>").map((it) => {
        const [, file = "", name = ""] = /^`([^`]+)`: "(.+)"$/.exec(it) ?? []
        return { file, name }
      }),
    ]),
  )
}

test("every requirement has a row, and every row a test", () => {
  const rows = table()
  expect([...rows.keys()].filter((number) => REQUIRED.includes(number))).toEqual(REQUIRED)
  for (const [number, tests] of rows) expect(tests.length, number).toBeGreaterThan(0)
})

test("each test that the table names is there", () => {
  const missing = [...table()].flatMap(([number, tests]) =>
    tests
      .filter(({ file, name }) => !name || !existsSync(file) || !readFileSync(file, "utf8").includes(name))
      .map(({ file, name }) => `${number}: ${file}: ${name}`),
  )
  expect(missing).toEqual([])
})
