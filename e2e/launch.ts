import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { rmSync } from "node:fs"
import { type AddressInfo, createServer } from "node:net"
import { test as base, expect } from "@playwright/test"

export interface Launched {
  process: ChildProcess
  /** Everything said so far, by the launcher and the app. */
  said: () => { out: string; err: string }
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
}

interface Launch {
  /** Runs a command of the project with variables of its own. */
  run: (command: string[], variables: Record<string, string>) => Launched
  /** An app of the test's own, with an empty world, ready to be asked. */
  start: (variables?: Record<string, string>) => Promise<Launched & { address: string }>
}

interface Home {
  port: number
  folder: string
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, "listening")
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, "close")
  return port
}

/** Asks by a connection of its own: one that was kept could be to an app that has been stopped since. */
export const ask = (address: string, { headers, ...init }: RequestInit = {}): Promise<Response> =>
  fetch(address, { ...init, headers: { ...headers, connection: "close" } })

export const answers = (address: string) =>
  ask(`${address}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

/** The app that was started there is ready to be asked. */
export const untilUp = (address: string) =>
  expect.poll(() => answers(address), { timeout: 120_000, message: `an answer from ${address}` }).toBe(true)

/** Starts what it was asked to start and ends what is left when the test is over. */
export const test = base.extend<Launch & { home: Home }>({
  home: async ({ browserName: _ }, use, test) => {
    // Each app begins with a database to be made and filled, and some tests start two or three.
    test.setTimeout(300_000)
    const folder = `.data/e2e-${test.testId}`
    await use({ port: await freePort(), folder })
    rmSync(folder, { recursive: true, force: true })
  },

  run: async ({ home: { port, folder } }, use) => {
    const launched: Launched[] = []
    await use(([command = "", ...args], variables) => {
      const settings = { PORT: String(port), DATA_DIR: folder, DATABASE_URL: "", LOG_LEVEL: "warn" }
      // What the tests run in says nothing of what they start.
      const env = { ...process.env, NODE_ENV: "development" as const, ...settings, ...variables }
      const child = spawn(command, args, { env })
      const heard = { out: "", err: "" }
      child.stdout.on("data", (text) => {
        heard.out += text
      })
      child.stderr.on("data", (text) => {
        heard.err += text
      })
      const ended = once(child, "close").then(([code]) => code as number | null)
      launched.push({ process: child, said: () => heard, ended })
      return { process: child, said: () => heard, ended }
    })
    for (const { process: child, ended } of launched) {
      child.kill("SIGTERM")
      await ended
    }
  },

  start: ({ run, home: { port } }, use) =>
    use(async (variables = {}) => {
      const address = `http://localhost:${port}`
      const app = run(["node", "lib/commands/start.mjs"], { APP_URL: address, ...variables })
      await untilUp(address)
      return { ...app, address }
    }),
})

export { expect }
