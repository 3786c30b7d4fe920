import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { resolve } from "node:path"

const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).trim()

/** The newest commit whose version is another than today's: what is being upgraded from. Throws without a history. */
function lastRelease(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string }
  const changed = git("log", "-1", "--format=%H", `-S"version": "${version}"`, "--", "package.json")
  if (!changed) throw new Error("The drill of the upgrade needs the history of this repository.")
  return git("rev-parse", `${changed}^`)
}

/** A checkout of the version before, with its own packages and its own build, made once. Gives its folder. */
export function oldVersion(from = lastRelease()): string {
  const folder = resolve(`.data/versions/${from.slice(0, 12)}`)
  if (!existsSync(folder)) git("worktree", "add", "--detach", folder, from)
  const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: folder, stdio: "inherit" })
  if (!existsSync(`${folder}/node_modules`)) run("npm", "ci", "--no-audit", "--no-fund")
  return folder
}
