import { execFileSync } from "node:child_process"
import { existsSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"

export type Server = { pid: number; port: number; isReady: boolean }

/** Reads the server's process id, port and state from its lock file; nothing when there is none. */
export function readServer(cluster: string): Server | undefined {
  const lines = textOf(join(cluster, "postmaster.pid"))?.split("\n")
  return lines && { pid: Number(lines[0]), port: Number(lines[3]), isReady: lines[7]?.trim() === "ready" }
}

/** Returns nothing for a file that is missing, or is deleted at this moment. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8")
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined
    throw error
  }
}

/**
 * Returns the server that holds the lock file, if it is alive. After a kill the file stays, and its process id may belong
 * to another process by now. PostgreSQL would take that for a server and refuse to start, so the file is deleted.
 */
export function livingServer(cluster: string): Server | undefined {
  const server = readServer(cluster)
  if (!server) return undefined
  if (commandOf(server.pid).includes(cluster)) return server
  rmSync(join(cluster, "postmaster.pid"), { force: true })
  return undefined
}

/** The command line of a process; empty for one that is gone, or a zombie. */
export function commandOf(pid: number): string {
  try {
    if (existsSync("/proc/self")) return readFileSync(`/proc/${pid}/cmdline`, "utf8")
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" })
  } catch {
    return ""
  }
}

/** Whether there is a process with this id. */
export function isAlive(pid: number): boolean {
  try {
    if (!(pid > 0)) return false
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM"
  }
}

/** Waits until a condition holds. Returns false when it does not in time. */
export async function waitUntil(condition: () => boolean, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  while (!condition()) {
    if (performance.now() > end) return false
    await sleep(20)
  }
  return true
}

/** Stops the server with its sessions, by ever harder signals when it does not obey. */
export async function stopServer(cluster: string): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 8000],
    ["SIGQUIT", 3000],
    ["SIGKILL", 2000],
  ] as const) {
    const server = livingServer(cluster)
    if (!server) return
    process.kill(server.pid, signal)
    if (await waitUntil(() => readServer(cluster) === undefined || commandOf(server.pid) === "", patience)) return
  }
}

/** Finds a port that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject)
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0))
    })
  })
}
