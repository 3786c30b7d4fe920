import { createHash } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { mkdir } from "node:fs/promises"
import { dirname } from "node:path"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { pathOf } from "./store-paths"

/**
 * Writes a file from a backup under the id that its row names, reads it back and returns the SHA-256 of what was read.
 * @throws Error when there is such a file already
 */
export async function restoreFile(id: string, content: Readable): Promise<string> {
  await mkdir(dirname(pathOf(id)), { recursive: true })
  await pipeline(content, createWriteStream(pathOf(id), { flags: "wx", mode: 0o600, flush: true }))
  const hash = createHash("sha256")
  for await (const piece of createReadStream(pathOf(id))) hash.update(piece)
  return hash.digest("hex")
}
