import { spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { binariesFor } from "@/db/embedded-binaries"
import { reachableFolder, type SystemUser, serverUser } from "@/db/embedded-user"

/** Where the embedded server keeps its data, and what it is run with. */
export interface Cluster {
  folder: string
  /** PostgreSQL's data folder, within `folder`. */
  cluster: string
  /** The folder with bin, lib and share. */
  binaries: string
  /** The system user to run as; nothing for the user of this process. */
  user: SystemUser | undefined
  password: string
}

/**
 * Makes the data folder of the embedded server if there is none. It is initialised beside its place and then moved there,
 * so that a process killed midway leaves nothing half made.
 * @throws Error with the message of initdb
 */
export function prepareCluster(wanted: string, otherBinaries?: string): Cluster {
  const user = serverUser()
  const folder = reachableFolder(wanted, user)
  const place = {
    folder,
    cluster: join(folder, "cluster"),
    binaries: binariesFor(user, otherBinaries),
    user,
    password: passwordIn(folder),
  }
  if (existsSync(place.cluster)) return place
  const half = join(folder, "cluster.new")
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  const passwordFile = join(folder, "password.initdb")
  writeFileSync(passwordFile, place.password, { mode: 0o600 })
  if (user) for (const path of [half, passwordFile]) chownSync(path, user.uid, user.gid)
  const made = spawnSync(
    join(place.binaries, "bin", "initdb"),
    [
      `--pgdata=${half}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      ...localeOf(place.binaries),
    ],
    { ...user, cwd: folder, encoding: "utf8" },
  )
  rmSync(passwordFile)
  if (made.status !== 0) throw new Error(`The embedded database could not be made: ${made.error ?? made.stderr.trim()}`)
  renameSync(half, place.cluster)
  return place
}

/** The locale that sorts alike on every machine, by code point. Before version 17 it came from the operating system. */
function localeOf(binaries: string): string[] {
  const told = spawnSync(join(binaries, "bin", "postgres"), ["--version"], { encoding: "utf8" }).stdout
  const major = Number(/PostgreSQL\) (\d+)/.exec(told)?.[1])
  return major >= 17 ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : ["--locale=C.UTF-8"]
}

function passwordIn(folder: string): string {
  const file = join(folder, "password")
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("hex"), { mode: 0o600 })
  return readFileSync(file, "utf8")
}
