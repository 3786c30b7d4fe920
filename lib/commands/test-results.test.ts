import { spawnSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterEach, beforeEach, expect, test } from "vitest"
import { browserResults, UNHANDLED, unitResults } from "./test-results.mjs"

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gas-utility-unhandled-"))
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"))
})
afterEach(() => rmSync(folder, { recursive: true }))

test("unit tests that failed are named with why, and so is a file that could not be run", () => {
  const passed = { status: "passed", fullName: "a sum is right", failureMessages: [] }
  const failed = { status: "failed", fullName: "a sum is wrong", failureMessages: ["Error: 3 is not 4\n at sum.ts:1"] }
  const testResults = [
    { name: "/app/lib/sum.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
    { name: "/app/lib/broken.test.ts", status: "failed", message: "Unexpected token\n at 1", assertionResults: [] },
    { name: "/app/lib/fine.test.ts", status: "passed", message: "", assertionResults: [passed] },
  ]
  expect(unitResults({ numPassedTests: 2, testResults }, [], "/app")).toEqual({
    passed: 2,
    failed: ["lib/sum.test.ts › a sum is wrong: Error: 3 is not 4", "lib/broken.test.ts: Unexpected token"],
  })
})

/** What `npm test` says of a run of these files, in which the one test passes. */
function failedIn(files: Record<string, string>) {
  const passing = { "probe.test.mjs": `import { test } from "vitest"\ntest("passes", () => undefined)` }
  for (const [name, source] of Object.entries({ ...passing, ...files })) writeFileSync(join(folder, name), source)
  const args = ["run", "--reporter=json", `--reporter=${resolve("lib/testing/unhandled-errors.ts")}`]
  const { status } = spawnSync(
    process.execPath,
    [resolve("node_modules/vitest/vitest.mjs"), ...args, "--outputFile=unit.json"],
    { cwd: folder, env: { NODE_ENV: "test", PATH: process.env.PATH } },
  )
  const read = (file: string) => JSON.parse(readFileSync(join(folder, file), "utf8"))
  return { status, ...unitResults(read("unit.json"), read(UNHANDLED), folder) }
}

test("an error that belongs to no test is named with the file it happened in and where it came from", () => {
  const source = `
    import { test } from "vitest"
    function forget() { Promise.reject(new TypeError("nobody waits")) }
    test("passes", forget)`
  const { status, passed, failed } = failedIn({ "probe.test.mjs": source })
  expect({ status, passed }).toEqual({ status: 1, passed: 1 })
  expect(failed).toEqual([
    expect.stringMatching(/^probe\.test\.mjs.*: Unhandled Rejection, TypeError: nobody waits\n {4}at forget /),
  ])
})

test("an error that ends vitest itself, after all tests, is named as well", () => {
  const { status, passed, failed } = failedIn({
    "vitest.config.mjs": `export default { test: { globalSetup: "setup.mjs" } }`,
    "setup.mjs": `export default () => async () => {
      Promise.reject(new Error("The server would not stop.", { cause: new Error("no such process") }))
      await new Promise(() => undefined)
    }`,
  })
  expect({ status, passed }).toEqual({ status: 1, passed: 1 })
  expect(failed).toEqual([
    expect.stringMatching(
      /^Unhandled Rejection of vitest, Error: The server would not stop\. because of no such process\n/,
    ),
  ])
})

test("browser tests that failed are named with where and why, however deep their suite lies", () => {
  const run = (status: string, message?: string) => ({
    projectName: "no scripts",
    status,
    results: [{ error: message && { message } }],
  })
  const specs = [
    {
      file: "filing.spec.ts",
      title: "files",
      tests: [run("expected"), run("unexpected", "\u001b[31mNo button\u001b[0m\n…")],
    },
  ]
  const suites = [{ specs: [], suites: [{ specs }] }]
  const report = { stats: { expected: 1, flaky: 0 }, suites, errors: [{ message: "Port taken\n at 2" }] }
  expect(browserResults(report)).toEqual({
    passed: 1,
    failed: ["filing.spec.ts › files [no scripts]: No button", "Port taken"],
  })
})
