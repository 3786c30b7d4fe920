import { spawn } from "node:child_process"
import { once } from "node:events"
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fill } from "./dataset"
import { startDatabase } from "./server"

/** `npm run bench:backup -- 1000000`: how long a backup and its restore take, how large it is, and the memory they need. */
const requests = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), "gas-utility-backup-"))
const database = await startDatabase()
const target = new URL(database.url)
target.pathname = "/restored"

/** Runs a command to its end, and gives how long it took and the most memory it held. */
async function timed(name: string, args: string[], env: Record<string, string>): Promise<void> {
  const begun = performance.now()
  const child = spawn(process.execPath, ["--import", "tsx", `lib/commands/${name}.ts`, ...args], {
    env: { ...process.env, NODE_ENV: "development", AUTH_SECRET: "only the benchmark signs with this secret", ...env },
    stdio: ["ignore", "inherit", "inherit"],
  })
  let most = 0
  const watching = setInterval(() => {
    const [, kilobytes = "0"] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8")) ?? []
    most = Math.max(most, Number(kilobytes) / 1024)
  }, 200)
  const [code] = await once(child, "exit")
  clearInterval(watching)
  if (code !== 0) throw new Error(`${name} failed.`)
  console.log(`${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s, ${Math.round(most)} MB at most`)
}

const bytesIn = (path: string): number =>
  readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

try {
  await fill(database.url, { requests, customers: requests / 10, staff: 200, busiest: 1000 })
  await database.sql`
    insert into audit_entries (action, subject_type, subject_id, actor_id, data, created_at)
    select 'request.' || kind, 'request', request_id, actor_id, data, created_at from request_events order by id`
  await database.sql`create database restored`
  await database.sql`vacuum analyze`
  const [size] = await database.sql<{ mb: number }[]>`
    select (pg_database_size(current_database()) / 1e6)::int as mb`
  const source = { DATABASE_URL: database.url, ATTACHMENTS_DIR: join(folder, "files") }
  await timed("audit-verify", [], source)
  await timed("backup", ["--to", join(folder, "backup")], source)
  console.log(
    `${requests} requests: database ${size?.mb} MB, backup ${Math.round(bytesIn(join(folder, "backup")) / 1e6)} MB`,
  )
  const empty = { DATABASE_URL: target.href, ATTACHMENTS_DIR: join(folder, "restored") }
  await timed("restore", ["--from", join(folder, "backup")], empty)
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
