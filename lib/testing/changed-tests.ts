import { execFileSync, spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { dirname } from "node:path"
import { fileURLToPath } from "node:url"

/**
 * Runs the unit tests of what has changed since this branch left `main`, committed or not. Nearly every test imports
 * most of the app, so that what depends on a file is nearly all of them: those that stand nearest to it know it best.
 */

const isTest = (path: string) => /\.test\.tsx?$/.test(path)

/** The tests beside each of these files, or in the nearest folder above that has any directly in it. */
export function nearestTests(changed: readonly string[], tests: readonly string[]): string[] {
  const nearest = changed.flatMap((path) => {
    for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
      const found = tests.filter((test) => dirname(test) === folder)
      if (found.length > 0) return found
    }
    return []
  })
  return [...new Set(nearest)].sort()
}

const git = (...args: string[]): string =>
  execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] })
const linesOf = (text: string): string[] => text.split("\n").filter(Boolean)

/** Where this branch left `main`; the last commit where there is no such branch. */
function base(): string {
  try {
    return git("merge-base", "HEAD", "main").trim()
  } catch {
    return "HEAD"
  }
}

function main(): number {
  const untracked = linesOf(git("ls-files", "--others", "--exclude-standard"))
  const changed = [...linesOf(git("diff", "--name-only", base())), ...untracked]
  const all = [...linesOf(git("ls-files")), ...untracked].filter((path) => isTest(path) && existsSync(path))
  const tests = nearestTests(changed, all)
  console.log(`${changed.length} files changed, ${tests.length} files of unit tests are nearest to them.`)
  if (tests.length === 0) return 0
  return (
    spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", "run", ...tests], { stdio: "inherit" }).status ?? 1
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main()
