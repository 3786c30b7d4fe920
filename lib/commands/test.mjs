import { spawnSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { dirname, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { ensurePackages, Refusal } from "./setup.mjs"

/** `npm test`: installs what is missing, runs everything, and ends with one line that counts. */

const UNIT = "test-results/unit.json"
const E2E = "test-results/e2e.json"
const total = { passed: 0, failed: 0 }

function main() {
  process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), "../.."))
  Object.assign(process.env, { CI: process.env.CI ?? "1", NEXT_TELEMETRY_DISABLED: "1" })
  delete process.env.NODE_ENV
  ensurePackages()
  ensureBrowser()
  rmSync("test-results", { recursive: true, force: true })

  const isChecked = step("check", ["npm", "run", "--silent", "check"], (ok) => ({ passed: Number(ok), failed: 0 }))
  step(
    "unit and database tests",
    bin("vitest/vitest.mjs", "run", "--reporter=default", "--reporter=json", `--outputFile=${UNIT}`),
    () => {
      const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(UNIT, "utf8"))
      return { passed: numPassedTests, failed: numFailedTests }
    },
  )
  if (isChecked) process.env.TYPES_ARE_CHECKED = "1"
  const isBuilt = step("build", [process.execPath, "lib/commands/build.mjs"], () => ({ passed: 0, failed: 0 }))
  if (isBuilt) {
    step("browser tests", bin("@playwright/test/cli.js", "test"), () => {
      const { expected, flaky, unexpected } = JSON.parse(readFileSync(E2E, "utf8")).stats
      return { passed: expected + flaky, failed: unexpected }
    })
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`)
  process.exitCode = total.failed > 0 ? 1 : 0
}

const bin = (path, ...args) => [process.execPath, `node_modules/${path}`, ...args]

/** A step that ends badly without saying how many failed counts as one failure, and says so. */
function step(name, [command, ...args], count) {
  console.log(`\n— ${name}`)
  const begun = performance.now()
  const { status, signal } = spawnSync(command, args, { stdio: "inherit" })
  const { passed, failed } = counted(() => count(status === 0))
  const isSilentFailure = status !== 0 && failed === 0
  total.passed += passed
  total.failed += isSilentFailure ? 1 : failed
  const ended = isSilentFailure ? `ended with ${signal ?? status}` : `${failed} failed`
  console.log(`— ${name}: ${passed} passed, ${ended}, after ${Math.round((performance.now() - begun) / 1000)} s`)
  return status === 0
}

function counted(count) {
  try {
    return count()
  } catch {
    return { passed: 0, failed: 1 }
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
