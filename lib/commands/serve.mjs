import { spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { networkInterfaces } from "node:os"
import { resolve } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { NEXT, Refusal, SERVER } from "./setup.mjs"

const LONGEST_STOP = 12_000
/** Live data needs a third of this. Without a limit, the collector lets garbage pile up. */
const SMALL_HEAP = "--max-old-space-size=320"
/** Longer than proxies keep a connection, so that none sends a request by one that is just being closed. */
const KEEP_ALIVE_TIMEOUT = "75000"

/** A server that was just killed may still be letting go of its port. */
export async function ensurePortIsFree(port, host) {
  for (let attempt = 1; !(await canListen(port, host)); attempt++) {
    if (attempt === 12) throw new Refusal(`Port ${port} is in use: stop the program using it, or set PORT.`)
    await sleep(250)
  }
}

function canListen(port, host) {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", (error) => {
      if (error.code === "EADDRINUSE") resolve(false)
      else reject(new Refusal(`The app cannot listen on ${host ?? ""}:${port}: ${error.code}`))
    })
    probe.listen({ port, host }, () => probe.close(() => resolve(true)))
  })
}

/** Next in a process of its own, without npx or a shell between, so that signals arrive. */
export function startNext({ dev, port, host }) {
  const follow = new URL("./follow-launcher.mjs", import.meta.url).href
  const serve = dev ? [NEXT, "dev", "-p", String(port), ...(host ? ["-H", host] : [])] : [SERVER]
  const { DATA_DIR = ".data", ATTACHMENTS_DIR } = process.env
  const env = {
    // Fewer heaps of the C library: what password hashing has used goes back to the system.
    MALLOC_ARENA_MAX: "2",
    NODE_OPTIONS: SMALL_HEAP,
    KEEP_ALIVE_TIMEOUT,
    // Next always serves a build as production; whether it is one, the launcher's caller says.
    ...(process.env.NODE_ENV !== "production" && { TRIAL: "1" }),
    ...process.env,
    PORT: String(port),
    HOSTNAME: host ?? everywhere(),
    // The build works in a folder of its own.
    DATA_DIR: resolve(DATA_DIR),
    ...(ATTACHMENTS_DIR && { ATTACHMENTS_DIR: resolve(ATTACHMENTS_DIR) }),
    NODE_ENV: dev ? "development" : "production",
  }
  const child = spawn(process.execPath, ["--import", follow, ...serve], { stdio: ["pipe", "inherit", "inherit"], env })
  const exited = once(child, "exit")
  return {
    exited,
    async stop() {
      child.kill("SIGTERM")
      const forced = setTimeout(() => child.kill("SIGKILL"), LONGEST_STOP)
      await exited
      clearTimeout(forced)
    },
    async isUp() {
      const address = `http://${host && host !== "0.0.0.0" ? host : "127.0.0.1"}:${port}/readyz`
      while (child.exitCode === null && child.signalCode === null) {
        if (
          await fetch(address).then(
            (answer) => answer.ok,
            () => false,
          )
        )
          return true
        await sleep(100)
      }
      return false
    },
  }
}

/** Browsers look for localhost at either kind of address. */
function everywhere() {
  const has6 = Object.values(networkInterfaces()).some((all) => all?.some(({ family }) => family === "IPv6"))
  return has6 ? "::" : "0.0.0.0"
}
