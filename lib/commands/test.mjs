import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { ensureClamd } from "./clamd.mjs"
import { ensurePgBouncer } from "./pgbouncer.mjs"
import { ensurePackages, Refusal } from "./setup.mjs"
import { ensureSwift } from "./swift.mjs"
import { browserResults, UNHANDLED, unitResults } from "./test-results.mjs"

/** `npm test`: installs what is missing, runs everything, and ends with one line that counts. */

const UNIT = "test-results/unit.json"
const E2E = "test-results/e2e.json"
const REPORTERS = ["default", "json", "./lib/testing/unhandled-errors.ts"].map((name) => `--reporter=${name}`)
let passedInAll = 0
/** Names of failed steps, repeated at the end because a reader may have only the end of a long log. */
const failures = []

function main() {
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), "../.."))
  Object.assign(process.env, { CI: process.env.CI ?? "1", NEXT_TELEMETRY_DISABLED: "1" })
  delete process.env.NODE_ENV
  ensurePackages()
  ensureBrowser()
  ensurePgBouncer()
  ensureSwift()
  ensureClamd()
  rmSync("test-results", { recursive: true, force: true })

  step("check", ["npm", "run", "--silent", "check"], (ok) => ({ passed: Number(ok), failed: [] }))
  step("unit and database tests", bin("vitest/vitest.mjs", "run", ...REPORTERS, `--outputFile=${UNIT}`), () =>
    unitResults(readJson(UNIT, { numPassedTests: 0, testResults: [] }), readJson(UNHANDLED, [])),
  )
  const isBuilt = step("build", [process.execPath, "lib/commands/build.mjs"], () => ({ passed: 0, failed: [] }))
  if (isBuilt) {
    step("browser tests", bin("@playwright/test/cli.js", "test"), () => browserResults(readJson(E2E)))
  }
  if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join("\n")}`)
  console.log(`\n${passedInAll} passed, ${failures.length} failed`)
  process.exitCode = failures.length > 0 ? 1 : 0
}

const bin = (path, ...args) => [process.execPath, `node_modules/${path}`, ...args]

/** A run that is cut short writes no report. */
const readJson = (file, otherwise) =>
  existsSync(file) || !otherwise ? JSON.parse(readFileSync(file, "utf8")) : otherwise

/** A step that ends badly without saying what failed counts as one failure, and says how it ended. */
function step(name, [command, ...args], results) {
  console.log(`\n— ${name}`)
  const begun = performance.now()
  const { status, signal } = spawnSync(command, args, { stdio: "inherit" })
  const { passed, failed } = readResults(name, () => results(status === 0))
  const isSilentFailure = status !== 0 && failed.length === 0
  passedInAll += passed
  const ended = isSilentFailure ? `ended with ${signal ?? status}` : `${failed.length} failed`
  failures.push(...(isSilentFailure ? [`${name}: ${ended}, though nothing is said to have failed`] : failed))
  console.log(`— ${name}: ${passed} passed, ${ended}, after ${Math.round((performance.now() - begun) / 1000)} s`)
  return status === 0
}

function readResults(step, read) {
  try {
    return read()
  } catch {
    return { passed: 0, failed: [`${step}: its results cannot be read`] }
  }
}

function ensureBrowser() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen && !existsSync(chosen)) throw new Refusal(`CHROMIUM_PATH names no file: ${chosen}`)
  if (chosen || existsSync("/usr/bin/chromium-headless-shell")) return
  const isRootOnDebian = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")
  if (isRootOnDebian && installed("chromium-headless-shell")) return
  const chrome = ["/opt/google/chrome/chrome", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
  if (["/usr/bin/chromium", ...chrome].some((path) => existsSync(path))) return
  if (isRootOnDebian && installed("chromium")) return
  throw new Refusal("The browser tests need Chrome, or Chromium with CHROMIUM_PATH set to it.")
}

/** Installs a package of Debian's, if there is one of this name. */
function installed(name) {
  console.log(`Installing ${name} …`)
  const options = { stdio: "inherit", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } }
  spawnSync("apt-get", ["update", "-qq"], options)
  return spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", name], options).status === 0
}

try {
  main()
} catch (error) {
  console.error(error instanceof Refusal ? error.message : error)
  process.exitCode = 1
}
