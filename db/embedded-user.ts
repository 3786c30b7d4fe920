import { execFileSync, spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { chmodSync, mkdirSync } from "node:fs"
import { userInfo } from "node:os"
import { join } from "node:path"

export type SystemUser = { uid: number; gid: number }

/** PostgreSQL refuses to run as root, so root runs it as the system's postgres user, made when missing. */
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

/** A folder above may be closed to that user (a checkout in /root), which no look at the path itself tells. */
export function canReach(user: SystemUser | undefined, path: string): boolean {
  return spawnSync("test", ["-x", path], { ...user, cwd: "/" }).status === 0
}

/** Where root keeps what the server's user could not reach in the checkout. */
export function systemFolder(name: string): string {
  const folder = join("/var/lib/gas-utility", name)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  return folder
}

/** `wanted`, or a folder of its own in the system when the server's user cannot get there. */
export function reachableFolder(wanted: string, user: SystemUser | undefined): string {
  mkdirSync(wanted, { recursive: true })
  if (!user || canReach(user, wanted)) return wanted
  // Perhaps only this folder is closed, as temporary ones are made; it holds nothing but the database.
  chmodSync(wanted, 0o711)
  if (canReach(user, wanted)) return wanted
  return systemFolder(createHash("sha256").update(wanted).digest("hex").slice(0, 12))
}
