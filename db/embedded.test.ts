import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import postgres from "postgres"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { type Embedded, startEmbedded } from "@/db/embedded"
import { readServer, stopServer, waitUntil } from "@/db/embedded-server"

/** Each makes a database server anew. */
vi.setConfig({ testTimeout: 120_000 })

let folder: string
let running: Embedded | undefined

const start = async () => {
  running = await startEmbedded({ folder, settings: ["fsync=off"] })
  return running
}

const ask = async (url: string, text: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => undefined })
  return sql.unsafe(text).finally(() => sql.end())
}

const serverPid = () => readServer(join(folder, "cluster"))?.pid ?? 0

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "gas-embedded-"))
})

afterEach(async () => {
  await running?.stop()
  await stopServer(join(folder, "cluster"))
  rmSync(folder, { recursive: true, force: true })
})

it("keeps its data over a stop, behind a password that only its owner can read", async () => {
  const first = await start()
  await ask(first.url, "create table kept (id int)")
  await first.stop()
  expect(readServer(join(folder, "cluster"))).toBeUndefined()
  const second = await start()
  expect(second.adopted).toBe(false)
  expect(await ask(second.url, "select count(*)::int as rows from kept")).toEqual([{ rows: 0 }])
  expect(statSync(join(folder, "password")).mode & 0o777).toBe(0o600)
  await expect(ask(second.url.replace(/:[0-9a-f]{48}@/, ":guess@"), "select 1")).rejects.toThrow("password")
})

it("adopts the server of a killed launcher", async () => {
  const orphaned = await start()
  writeFileSync(join(folder, "owner"), String(await pidOfTheDead()))
  const next = await start()
  expect(next).toMatchObject({ adopted: true, url: orphaned.url })
  await next.stop()
  expect(readServer(join(folder, "cluster"))).toBeUndefined()
})

it("shares the server of a living launcher and leaves it running", async () => {
  await start()
  writeFileSync(join(folder, "owner"), String(process.ppid))
  const guest = await start()
  await guest.stop()
  expect(await ask(guest.url, "select 1 as alive")).toEqual([{ alive: 1 }])
})

it("keeps a second app out, by the address and process of the first, and commands in", async () => {
  const keep = (address?: string) => startEmbedded({ folder, settings: ["fsync=off"], address })
  running = await keep("http://localhost:3000")
  writeFileSync(join(folder, "owner"), `${process.ppid}\nhttp://localhost:3000`)
  await expect(keep("http://localhost:3001")).rejects.toThrow(
    `is in use by the app at http://localhost:3000 (process ${process.ppid})`,
  )
  await (await keep()).stop()
  writeFileSync(join(folder, "owner"), `${await pidOfTheDead()}\nhttp://localhost:3000`)
  running = await keep("http://localhost:3001")
  expect(running.adopted).toBe(true)
})

it("is not stopped under an app by the command that started it", async () => {
  const command = await start()
  writeFileSync(join(folder, "owner"), `${process.ppid}\nhttp://localhost:3000`)
  await command.stop()
  expect(await ask(command.url, "select 1 as alive")).toEqual([{ alive: 1 }])
  writeFileSync(join(folder, "owner"), `${process.ppid}\n`)
  running = await startEmbedded({ folder, address: "http://localhost:3000" })
  await running.stop()
  expect(readServer(join(folder, "cluster"))).toBeUndefined()
})

it("starts again after the server itself was killed", async () => {
  const first = await start()
  await ask(first.url, "create table kept (id int)")
  process.kill(serverPid(), "SIGKILL")
  const second = await start()
  expect(await ask(second.url, "select count(*)::int as rows from kept")).toEqual([{ rows: 0 }])
})

it("is not blocked by a lock file whose process number now belongs to another", async () => {
  await start()
  const lock = join(folder, "cluster", "postmaster.pid")
  const text = readFileSync(lock, "utf8")
  const pid = serverPid()
  process.kill(pid, "SIGKILL")
  await waitUntil(() => !isRunning(pid), 3000)
  writeFileSync(lock, text.replace(/^\d+/, String(process.pid)))
  const next = await start()
  expect(next.adopted).toBe(false)
})

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

async function pidOfTheDead(): Promise<number> {
  const child = spawn("true")
  await new Promise((resolve) => child.on("exit", resolve))
  return child.pid ?? 0
}
