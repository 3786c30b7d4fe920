import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "@/db/embedded-server"
import { findPgBouncer } from "@/lib/commands/pgbouncer.mjs"

export interface PgBouncer {
  /** The address of the database by way of the pooler. */
  url: string
  stop: () => Promise<void>
}

/** A real PgBouncer in transaction mode in front of this database, with further settings such as `max_prepared_statements`. */
export async function startPgBouncer(url: string, settings: Record<string, string | number>): Promise<PgBouncer> {
  const program = findPgBouncer()
  if (!program)
    throw new Error("Install PgBouncer 1.21 or later, or set PGBOUNCER_PATH to it: its tests need a real one.")
  const { hostname, port: behind, username, password } = new URL(url)
  const folder = mkdtempSync(join(tmpdir(), "gas-utility-pgbouncer-"))
  const port = await freePort()
  const asRoot = process.getuid?.() === 0
  const lines = Object.entries({
    listen_addr: "127.0.0.1",
    listen_port: port,
    unix_socket_dir: "",
    pool_mode: "transaction",
    auth_type: "plain",
    auth_file: join(folder, "users"),
    ...settings,
  }).map(([name, value]) => `${name} = ${value}`)
  const file = join(folder, "pgbouncer.ini")
  writeFileSync(file, `[databases]\n* = host=${hostname} port=${behind}\n[pgbouncer]\n${lines.join("\n")}\n`)
  writeFileSync(join(folder, "users"), `"${username}" "${decodeURIComponent(password)}"\n`)
  chmodSync(folder, 0o755)
  const child = spawn(program, [...(asRoot ? ["-u", "nobody"] : []), "-q", file], {
    stdio: ["ignore", "ignore", "inherit"],
  })
  await listens(child, port)
  const through = new URL(url)
  through.hostname = "127.0.0.1"
  through.port = String(port)
  return {
    url: through.href,
    async stop() {
      const exited = once(child, "exit")
      child.kill("SIGKILL")
      await exited
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function listens(child: ChildProcess, port: number): Promise<void> {
  while (child.exitCode === null) {
    const socket = connect(port, "127.0.0.1")
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (isOpen) return
    await sleep(20)
  }
  throw new Error("PgBouncer did not start.")
}
