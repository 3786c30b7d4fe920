import { relative } from "node:path"
import { stripVTControlCharacters } from "node:util"

/** How many tests passed, and of each that failed its file, its name and the first line of why. */

/** @param report what vitest's reporter `json` writes */
export function unitResults({ numPassedTests, testResults }, root = process.cwd()) {
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const names = assertionResults
      .filter((it) => it.status === "failed")
      .map((it) => `${file} › ${it.fullName}: ${firstLine(it.failureMessages[0])}`)
    return status === "failed" && names.length === 0 ? [`${file}: ${firstLine(message)}`] : names
  })
  return { passed: numPassedTests, failed }
}

/** @param report what Playwright's reporter `json` writes */
export function browserResults({ stats: { expected, flaky }, suites, errors }) {
  const failed = suites
    .flatMap(specsIn)
    .flatMap(({ file, title, tests }) =>
      tests
        .filter(({ status }) => status === "unexpected")
        .map(
          ({ projectName, results }) => `${file} › ${title} [${projectName}]: ${firstLine(results[0]?.error?.message)}`,
        ),
    )
  return { passed: expected + flaky, failed: [...failed, ...errors.map(({ message }) => firstLine(message))] }
}

const specsIn = ({ suites = [], specs }) => [...specs, ...suites.flatMap(specsIn)]

const firstLine = (text = "") => stripVTControlCharacters(text).split("\n", 1)[0]
