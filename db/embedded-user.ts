import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { chmodSync, mkdirSync } from "node:fs"
import { userInfo } from "node:os"
import { join } from "node:path"

export type SystemUser = { uid: number; gid: number }

/**
 * Returns the user to run PostgreSQL as when this process is root, because it refuses to run as root: the system's
 * `postgres`, which is created if missing. Returns nothing for other users.
 * @throws Error when the user cannot be created
 */
export function serverUser(): SystemUser | undefined {
  if (userInfo().uid !== 0) return undefined
  const existing = lookUp("postgres")
  if (existing) return existing
  const { error, status } = spawnSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"])
  const made = lookUp("postgres")
  if (error || status !== 0 || !made) {
    throw new Error("The embedded database cannot run as root here: run as another user, or set DATABASE_URL.")
  }
  return made
}

function lookUp(name: string): SystemUser | undefined {
  const read = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }))
  try {
    return { uid: read("-u"), gid: read("-g") }
  } catch {
    return undefined
  }
}

/** Whether a user can open or run a path. It is tried, because a folder above may be closed, such as a checkout in /root. */
export function canReach(user: SystemUser | undefined, path: string): boolean {
  return spawnSync("test", ["-x", path], { ...user, cwd: "/" }).status === 0
}

/** Makes a folder of the system, for what the server's user cannot reach in root's checkout. */
export function systemFolder(name: string): string {
  const folder = join("/var/lib/gas-utility", name)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** Returns `wanted`, or a folder of the system instead when the server's user cannot reach it. */
export function reachableFolder(wanted: string, user: SystemUser | undefined): string {
  mkdirSync(wanted, { recursive: true })
  if (!user || canReach(user, wanted)) return wanted
  // Perhaps only this folder is closed, as temporary folders are. It holds nothing but the database, so it is opened.
  chmodSync(wanted, 0o711)
  if (canReach(user, wanted)) return wanted
  return systemFolder(createHash("sha256").update(wanted).digest("hex").slice(0, 12))
}
