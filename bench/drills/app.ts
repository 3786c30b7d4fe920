import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "@/db/embedded-server"

export interface App {
  address: string
  pid: number
  isAlive: () => boolean
  /** As by kill -9, with all that it has started. */
  kill: () => void
  stop: () => Promise<void>
}

/** The production build, started as people start it, on this database; of the version in `folder` when one is named. */
export async function startApp(databaseUrl: string, env: Record<string, string> = {}, folder = "."): Promise<App> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const launcher = spawn(process.execPath, ["lib/commands/start.mjs"], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      APP_URL: address,
      LOG_LEVEL: "fatal",
      ...env,
    },
  })
  const isAlive = () => launcher.exitCode === null && launcher.signalCode === null
  while (
    !(await fetch(`${address}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ))
  ) {
    if (!isAlive()) throw new Error("The app did not start.")
    await sleep(200)
  }
  return {
    address,
    pid: launcher.pid ?? 0,
    isAlive,
    kill() {
      for (const pid of [...processesBelow(launcher.pid ?? 0), launcher.pid ?? 0]) process.kill(pid, "SIGKILL")
    },
    async stop() {
      if (!isAlive()) return
      const exited = once(launcher, "exit")
      launcher.kill("SIGTERM")
      await exited
    },
  }
}

/** The processes that a process has started, and those that they have. */
export function processesBelow(pid: number): number[] {
  const rows = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).stdout.trim().split("\n")
  const children = rows.map((row) => row.trim().split(/\s+/).map(Number)).filter(([, parent]) => parent === pid)
  return children.flatMap(([child = 0]) => [...processesBelow(child), child])
}
