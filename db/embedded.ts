import { spawn } from "node:child_process"
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join, resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import postgres from "postgres"
import { type Cluster, prepareCluster } from "@/db/embedded-cluster"
import { commandOf, freePort, isAlive, livingServer, readServer, stopServer, waitUntil } from "@/db/embedded-server"
import { reachableFolder, serverUser } from "@/db/embedded-user"

export type Embedded = { url: string; adopted: boolean; folder: string; stop: () => Promise<void> }
type Wanted = {
  folder: string
  database?: string
  settings?: readonly string[]
  /** The port to listen on; any free one when absent. */
  port?: number
  /** The address of the app that starts the database and has it for itself. Commands give none, and share it. */
  address?: string
  /** The folder with bin, lib and share of another PostgreSQL than the one npm installed. */
  binaries?: string
}

const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "shared_buffers=256MB", "jit=off"]
const ATTEMPTS = 5

/**
 * Starts the PostgreSQL that npm installed, or adopts one that a killed process left running on the same folder.
 * @throws Error when an app has the database for itself, or the server does not start
 */
export async function startEmbedded({ folder, database = "gas", binaries, ...wanted }: Wanted): Promise<Embedded> {
  const { address } = wanted
  if (address) refuseIfKept(folder)
  const place = prepareCluster(resolve(folder), binaries)
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

async function adopt(place: Cluster): Promise<number | undefined> {
  if (!livingServer(place.cluster)) return undefined
  await waitUntil(() => readServer(place.cluster)?.isReady !== false, 15_000)
  const port = livingServer(place.cluster)?.port
  if (port && (await answers(urlOf(place, port, "postgres")))) return port
  await stopServer(place.cluster)
  return undefined
}

async function start(
  { folder, cluster, binaries, user }: Cluster,
  wanted: Pick<Wanted, "port" | "settings">,
): Promise<number> {
  const log = join(folder, "server.log")
  const options = [...SETTINGS, ...(wanted.settings ?? [])].flatMap((setting) => ["-c", setting])
  for (let attempt = 1; ; attempt++) {
    const port = wanted.port ?? (await freePort())
    const output = openSync(log, "w", 0o600)
    // Detached, so that Ctrl-C in the terminal reaches only the app, which stops the database once it has drained.
    const server = spawn(join(binaries, "bin", "postgres"), ["-D", cluster, "-p", String(port), ...options], {
      ...user,
      cwd: folder,
      detached: true,
      stdio: ["ignore", output, output],
    })
    server.unref()
    const mine = () => readServer(cluster)?.pid === server.pid && readServer(cluster)?.isReady === true
    await waitUntil(() => mine() || server.exitCode !== null, 30_000)
    if (mine()) return port
    // Sessions of a killed server hold its memory for a moment, and a free port can be taken in the meantime.
    if (attempt === ATTEMPTS)
      throw new Error(`The embedded database did not start: ${readFileSync(log, "utf8").trim()}`)
    await sleep(1000)
  }
}

function urlOf({ password }: Cluster, port: number, database: string): string {
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

/**
 * Notes in a file which process owns the server and stops it: the app while one runs, otherwise the command that came
 * first.
 */
function takeOwnership(folder: string, address = ""): void {
  if (address || !isAlive(ownerOf(folder).pid)) writeFileSync(join(folder, "owner"), `${process.pid}\n${address}`)
}

/**
 * Checks that no other app has the database in this folder for itself.
 * @throws Error that names the app
 */
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

async function stop({ folder, cluster }: Cluster): Promise<void> {
  if (ownerOf(folder).pid !== process.pid) return
  rmSync(join(folder, "owner"))
  await stopServer(cluster)
}
