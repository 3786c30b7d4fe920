import { spawn, spawnSync } from "node:child_process"
import { randomBytes } from "node:crypto"
import { chownSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { binariesFor } from "@/db/embedded-binaries"
import { commandOf, freePort, isAlive, livingServer, readServer, stopServer, until } from "@/db/embedded-server"
import { reachableFolder, type SystemUser, serverUser } from "@/db/embedded-user"

export type Embedded = { url: string; adopted: boolean; folder: string; stop: () => Promise<void> }
type Wanted = {
  folder: string
  database?: string
  settings?: readonly string[]
  /** Any free one when not given. */
  port?: number
  /** Where the app is that keeps the database, and has it for itself. Commands give none, and share it. */
  address?: string
  /** Another PostgreSQL than the one npm installed: the folder with its bin, lib and share. */
  binaries?: string
}
type Place = { folder: string; cluster: string; binaries: string; user: SystemUser | undefined; password: string }

const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=256MB", "jit=off"]
const ATTEMPTS = 5

/** Starts the PostgreSQL that npm installed, or adopts the one a killed process left running on the same folder. */
export async function startEmbedded({ folder, database = "gas", binaries, ...wanted }: Wanted): Promise<Embedded> {
  const { address } = wanted
  if (address) refuseIfKept(folder)
  const place = prepare(resolve(folder), binaries)
  const adopted = await adopt(place)
  const port = adopted ?? (await start(place, wanted))
  takeOwnership(place.folder, address)
  await createDatabase(urlOf(place, port, "postgres"), database)
  return {
    url: urlOf(place, port, database),
    adopted: adopted !== undefined,
    folder: place.folder,
    stop: () => stop(place),
  }
}

/** Initialised beside its place and then moved there, so that a kill midway leaves nothing half made. */
function prepare(wanted: string, otherBinaries?: string): Place {
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

/** Sorts alike on every machine; before 17 only the machine itself knew how to sort text by code point. */
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

async function adopt(place: Place): Promise<number | undefined> {
  if (!livingServer(place.cluster)) return undefined
  await until(() => readServer(place.cluster)?.isReady !== false, 15_000)
  const port = livingServer(place.cluster)?.port
  if (port && (await answers(urlOf(place, port, "postgres")))) return port
  await stopServer(place.cluster)
  return undefined
}

async function start(
  { folder, cluster, binaries, user }: Place,
  wanted: Pick<Wanted, "port" | "settings">,
): Promise<number> {
  const log = join(folder, "server.log")
  const options = [...SETTINGS, ...(wanted.settings ?? [])].flatMap((setting) => ["-c", setting])
  for (let attempt = 1; ; attempt++) {
    const port = wanted.port ?? (await freePort())
    const output = openSync(log, "w", 0o600)
    // Detached, so that Ctrl-C in the terminal reaches the app first and the database only when the app has drained.
    const server = spawn(join(binaries, "bin", "postgres"), ["-D", cluster, "-p", String(port), ...options], {
      ...user,
      cwd: folder,
      detached: true,
      stdio: ["ignore", output, output],
    })
    server.unref()
    const mine = () => readServer(cluster)?.pid === server.pid && readServer(cluster)?.isReady === true
    await until(() => mine() || server.exitCode !== null, 30_000)
    if (mine()) return port
    // Sessions of a killed server hold its memory for a moment, and a free port can be taken in the meantime.
    if (attempt === ATTEMPTS)
      throw new Error(`The embedded database did not start: ${readFileSync(log, "utf8").trim()}`)
    await sleep(1000)
  }
}

function urlOf({ password }: Place, port: number, database: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

async function answers(url: string): Promise<boolean> {
  const sql = postgres(url, { max: 1, connect_timeout: 3 })
  return sql`select 1`.then(
    () => sql.end().then(() => true),
    () => false,
  )
}

async function createDatabase(url: string, name: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined })
  const [existing] = await sql`select 1 from pg_database where datname = ${name}`
  if (!existing) await sql`create database ${sql(name)}`
  await sql.end()
}

/** An app keeps its database as long as it runs; without one, the command that came first does. Who keeps it stops it. */
function takeOwnership(folder: string, address = ""): void {
  if (address || !isAlive(ownerOf(folder).pid)) writeFileSync(join(folder, "owner"), `${process.pid}\n${address}`)
}

/** Throws an error that names the app which keeps the database in this folder, if one does. */
export function refuseIfKept(wanted: string): void {
  const folder = reachableFolder(resolve(wanted), serverUser())
  const { pid, address } = ownerOf(folder)
  if (!address || pid === process.pid || commandOf(pid) === "" || !livingServer(join(folder, "cluster"))) return
  throw new Error(
    `The database in ${wanted} is in use by the app at ${address} (process ${pid}). Use that app or stop it, or set DATA_DIR to another folder.`,
  )
}

function ownerOf(folder: string): { pid: number; address?: string } {
  const file = join(folder, "owner")
  const [pid, address] = existsSync(file) ? readFileSync(file, "utf8").split("\n") : []
  return { pid: Number(pid), address }
}

async function stop({ folder, cluster }: Place): Promise<void> {
  if (ownerOf(folder).pid !== process.pid) return
  rmSync(join(folder, "owner"))
  await stopServer(cluster)
}
