import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { type Image, NOBODY } from "./image"

export interface Running {
  process: ChildProcess
  said: () => string
  /** Sends SIGTERM; gives the exit code and how many milliseconds it took. */
  stop: () => Promise<{ code: number | null; took: number }>
}

/** Runs a command of the image in its folder, as nobody and with the image's variables; `given` are those of the place. */
export function runIn(image: Image, [command = "", ...args]: string[], given: Record<string, string>): Running {
  const env = { NODE_ENV: "production" as const, PATH: process.env.PATH, ...image.env, ...given }
  const child = spawn(command === "node" ? process.execPath : command, args, {
    cwd: join(image.root, image.workdir),
    env,
    stdio: "pipe",
    ...NOBODY,
  })
  let heard = ""
  for (const output of [child.stdout, child.stderr])
    output.on("data", (text) => {
      heard += String(text)
    })
  const ended = once(child, "close")
  return {
    process: child,
    said: () => heard,
    async stop() {
      const begun = performance.now()
      if (child.exitCode === null) child.kill("SIGTERM")
      const [code] = await ended
      return { code: code as number | null, took: performance.now() - begun }
    },
  }
}

/** Runs a command to its end. Throws what it said when that is bad. */
export async function runToEnd(image: Image, command: string[], given: Record<string, string>): Promise<string> {
  const { process: child, said } = runIn(image, command, given)
  const [code] = await once(child, "close")
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}: ${said()}`)
  return said()
}

/** Waits until `is` is true of what is there, or throws what the process said. */
export async function until(is: () => boolean | Promise<boolean>, { process: child, said }: Running): Promise<void> {
  const end = performance.now() + 60_000
  while (!(await is())) {
    if (child.exitCode !== null || performance.now() > end) throw new Error(`It did not come up: ${said()}`)
    await sleep(100)
  }
}
