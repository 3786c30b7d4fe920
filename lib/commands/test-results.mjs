import { relative } from "node:path"
import { stripVTControlCharacters } from "node:util"

/** How many tests passed, and of each that failed its file, its name and the first line of why. */

/** Where lib/testing/unhandled-errors.ts writes what failed a run of vitest without failing a test. */
export const UNHANDLED = "test-results/unhandled.json"
/** So many lines of a stack lead to the cause. */
const STACK_LINES = 4

/**
 * @param report what vitest's reporter `json` writes
 * @param unhandled what lib/testing/unhandled-errors.ts writes
 */
export function unitResults({ numPassedTests, testResults }, unhandled = [], root = process.cwd()) {
  const failed = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name)
    const names = assertionResults
      .filter((it) => it.status === "failed")
      .map((it) => `${file} › ${it.fullName}: ${firstLine(it.failureMessages[0])}`)
    return status === "failed" && names.length === 0 ? [`${file}: ${firstLine(message)}`] : names
  })
  return { passed: numPassedTests, failed: [...failed, ...unhandled.map((error) => unhandledError(error, root))] }
}

/** vitest knows the last test that had begun, in whose file or just after which it happened. */
function unhandledError({ type, name, message, stack = "", cause, file, test }, root) {
  const where = file ? `${[relative(root, file), test].filter(Boolean).join(" › ")}: ` : ""
  const frames = stripVTControlCharacters(stack)
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, STACK_LINES)
    .map((line) => `\n    ${line.trim()}`)
  const because = cause ? ` because of ${firstLine(cause)}` : ""
  return `${where}${type}, ${name ? `${name}: ` : ""}${firstLine(message)}${because}${frames.join("")}`
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
