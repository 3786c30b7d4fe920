import { expect, test } from "vitest"
import { browserResults, unitResults } from "./test-results.mjs"

test("unit tests that failed are named with why, and so is a file that could not be run", () => {
  const passed = { status: "passed", fullName: "a sum is right", failureMessages: [] }
  const failed = { status: "failed", fullName: "a sum is wrong", failureMessages: ["Error: 3 is not 4\n at sum.ts:1"] }
  const testResults = [
    { name: "/app/lib/sum.test.ts", status: "failed", message: "", assertionResults: [passed, failed] },
    { name: "/app/lib/broken.test.ts", status: "failed", message: "Unexpected token\n at 1", assertionResults: [] },
    { name: "/app/lib/fine.test.ts", status: "passed", message: "", assertionResults: [passed] },
  ]
  expect(unitResults({ numPassedTests: 2, testResults }, "/app")).toEqual({
    passed: 2,
    failed: ["lib/sum.test.ts › a sum is wrong: Error: 3 is not 4", "lib/broken.test.ts: Unexpected token"],
  })
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
