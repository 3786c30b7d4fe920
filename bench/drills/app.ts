import { spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "@/db/embedded-server"

export interface App {
  address: string
  pid: number
  isAlive: () => boolean
  stop: () => Promise<void>
}

/** The production build, started as people start it, on this database. */
export async function startApp(databaseUrl: string, env: Record<string, string> = {}): Promise<App> {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const launcher = spawn(process.execPath, ["lib/commands/start.mjs"], {
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
  const isAlive = () => launcher.exitCode === null
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
    async stop() {
      const exited = once(launcher, "exit")
      launcher.kill("SIGTERM")
      await exited
    },
  }
}
