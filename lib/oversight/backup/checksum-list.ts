import { once } from "node:events"
import { createReadStream, createWriteStream } from "node:fs"
import { createInterface } from "node:readline"
import { finished } from "node:stream/promises"

/** A growing file of SHA-256 sums in the format of `sha256sum`. */
export class ChecksumList {
  readonly #out
  readonly #written

  constructor(path: string) {
    this.#out = createWriteStream(path, { flags: "wx", mode: 0o600, flush: true })
    this.#written = finished(this.#out)
    // Reported by the next call that adds or ends.
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

export interface Checksum {
  hash: string
  /** Below the folder of the list. */
  path: string
}

/**
 * The lines of a checksum file.
 * @throws Error for a line of another form, or a path that leads out of the folder.
 */
export async function* readChecksums(list: string): AsyncGenerator<Checksum> {
  for await (const line of createInterface({ input: createReadStream(list) })) {
    const [, hash, path] = /^([0-9a-f]{64}) {2}((?:[\w-]+\/)*[\w.-]+)$/.exec(line) ?? []
    if (!hash || !path || path.includes("..")) throw new Error(`${list} has an invalid line.`)
    yield { hash, path }
  }
}
