import { once } from "node:events"
import { createReadStream, createWriteStream } from "node:fs"
import { createInterface } from "node:readline"
import { finished } from "node:stream/promises"

/** A list of files with their SHA-256, as `sha256sum` writes it, while it grows. */
export class Sums {
  readonly #out
  readonly #written

  constructor(path: string) {
    this.#out = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true })
    this.#written = finished(this.#out)
    // Told to whoever adds or ends.
    this.#written.catch(() => undefined)
  }

  async add(hash: string, path: string): Promise<void> {
    if (!this.#out.write(`${hash}  ${path}\n`)) await Promise.race([once(this.#out, "drain"), this.#written])
  }

  async end(): Promise<void> {
    this.#out.end()
    await this.#written
  }
}

export interface Sum {
  hash: string
  /** Below the folder of the list. */
  path: string
}

/** Each line of such a list. Throws at one that is something else, or leads out of its folder. */
export async function* readSums(list: string): AsyncGenerator<Sum> {
  for await (const line of createInterface({ input: createReadStream(list) })) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}((?:[\w-]+\/)*[\w.-]+)$/.exec(line) ?? []
    if (!hash || !path || path.includes("..")) throw new Error(`${list} has an invalid line.`)
    yield { hash, path }
  }
}
