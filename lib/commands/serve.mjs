import { spawn } from "node:child_process"
import { once } from "node:events"
import { createServer } from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { NEXT, Refusal } from "./setup.mjs"

const LONGEST_STOP = 12_000
/** What is alive is a third of this; given room without end, the collector lets rubbish pile up. */
const SMALL_HEAP = "--max-old-space-size=320"

/** A server that was just killed may still be letting go of its port. */
export async function ensurePortIsFree(port, host) {
  for (let attempt = 1; !(await canListen(port, host)); attempt++) {
    if (attempt === 12) throw new Refusal(`Port ${port} is in use: stop what uses it, or set PORT.`)
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
  const args = ["--import", follow, NEXT, dev ? "dev" : "start", "-p", String(port), ...(host ? ["-H", host] : [])]
  // Fewer heaps of the C library: what password hashing has used goes back to the system.
  const env = {
    MALLOC_ARENA_MAX: "2",
    NODE_OPTIONS: SMALL_HEAP,
    // Next always serves a build as production; whether it is one is for whoever started it to say.
    ...(process.env.NODE_ENV !== "production" && { TRIAL: "1" }),
    ...process.env,
    PORT: String(port),
    NODE_ENV: dev ? "development" : "production",
  }
  const child = spawn(process.execPath, args, { stdio: ["pipe", "inherit", "inherit"], env })
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
