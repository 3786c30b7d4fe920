import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { type AddressInfo, createServer, type Server, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, expect, vi } from "vitest"
import { CLAMD, hasClamd } from "@/lib/commands/clamd.mjs"
import { isScannerThere } from "@/lib/platform/scanner/clamd"
import { env } from "@/lib/runtime/env"

/** The file that every scanner finds and that harms nobody, in two halves, so that this file is none. */
export const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-", "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("")
const NAME = "Eicar-Test"
/** Small, so that a test can send more. */
const MOST_SCANNED = "1M"

/** Scanning is set up for the tests of a file, with a real clamd that knows one harmful thing. */
export function withClamd(): { comeBack: () => void } {
  const folder = mkdtempSync(join(tmpdir(), "gas-utility-clamd-"))
  let child: ChildProcess | undefined
  let port = 0
  beforeAll(async () => {
    if (!hasClamd()) throw new Error("Install ClamAV (Debian: clamav-daemon): the tests of scanning need a real one.")
    port = await freePort()
    mkdirSync(join(folder, "signatures"))
    writeFileSync(join(folder, "signatures", "test.ndb"), `${NAME}:0:*:${Buffer.from(EICAR).toString("hex")}\n`)
    const config = [
      `TCPSocket ${port}`,
      "TCPAddr 127.0.0.1",
      "Foreground yes",
      `DatabaseDirectory ${join(folder, "signatures")}`,
      `TemporaryDirectory ${folder}`,
      `StreamMaxLength ${MOST_SCANNED}`,
      "MaxThreads 4",
    ]
    writeFileSync(join(folder, "clamd.conf"), `${config.join("\n")}\n`)
    child = spawn(CLAMD, ["--config-file", join(folder, "clamd.conf")], { stdio: "ignore" })
    pointTo(port)
    await vi.waitFor(async () => expect(await isScannerThere()).toBe(true), { timeout: 30_000, interval: 100 })
  }, 40_000)
  // Whatever a test did to the settings is over with it.
  afterEach(() => pointTo(port))
  afterAll(async () => {
    stopScanning()
    if (child?.exitCode === null) {
      child.kill("SIGKILL")
      await once(child, "exit")
    }
    rmSync(folder, { recursive: true, force: true })
  })
  return { comeBack: () => pointTo(port) }
}

const pointTo = (port: number): void => void Object.assign(env(), { CLAMD_HOST: "127.0.0.1", CLAMD_PORT: port })

export const stopScanning = (): void => void Object.assign(env(), { CLAMD_HOST: undefined })

/** As if clamd were away: nobody listens at its port. */
export async function loseScanner(): Promise<void> {
  pointTo(await freePort())
}

/** A scanner that does with each connection what it is told to, for as long as `during` takes. */
export async function withFakeScanner(answer: (socket: Socket) => void, during: () => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on("error", () => {})
    answer(socket)
  })
  const before = { CLAMD_HOST: env().CLAMD_HOST, CLAMD_PORT: env().CLAMD_PORT }
  pointTo(await listening(server))
  try {
    await during()
  } finally {
    Object.assign(env(), before)
    for (const socket of sockets) socket.destroy()
    server.close()
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  server.close()
  await once(server, "close")
  return port
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  return (server.address() as AddressInfo).port
}
