import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { freePort } from "@/db/embedded-server"

const NEXT = "../../node_modules/next/dist/bin/next"
const CWD = "bench/reference"

/** A bare Next app in production: a page, a page of rows from the same database, a handler, and one for files of a folder. */
export async function startReference(databaseUrl: string, files = "") {
  const env = {
    ...process.env,
    FILES: files,
    DATABASE_URL: databaseUrl,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
  }
  const built = spawnSync(process.execPath, [NEXT, "build"], { cwd: CWD, env, stdio: ["ignore", "ignore", "inherit"] })
  if (built.status !== 0) throw new Error("The reference was not built.")
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: CWD,
    env,
    stdio: ["ignore", "ignore", "inherit"],
  })
  const answers = () =>
    fetch(`${address}/handler`).then(
      ({ ok }) => ok,
      () => false,
    )
  while (!(await answers())) {
    if (server.exitCode !== null) throw new Error("The reference did not start.")
    await sleep(200)
  }
  return {
    address,
    pid: server.pid ?? 0,
    async stop() {
      const exited = once(server, "exit")
      server.kill("SIGTERM")
      await exited
    },
  }
}
