import { createHash } from "node:crypto"
import { createWriteStream } from "node:fs"
import { mkdir } from "node:fs/promises"
import { dirname } from "node:path"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { Received } from "./home"
import { currentHome } from "./homes"
import { forgetReceived } from "./receive-file"
import { incomingPathOf } from "./store-paths"

/**
 * Puts a file from a backup into the home of new files, under the id that its row names, reads it back and returns the
 * SHA-256 of what was read. The home must be without it.
 */
export async function restoreFile(id: string, content: Readable): Promise<string> {
  const home = currentHome()
  try {
    await home.settle(id, await writeIncoming(id, content))
  } finally {
    await forgetReceived(id)
  }
  return hashOf(await home.open(id, "files"))
}

/** Writes a file that has been judged before to `incomingPathOf(id)`, and syncs it. */
export async function writeIncoming(id: string, content: Readable): Promise<Received> {
  const path = incomingPathOf(id)
  await mkdir(dirname(path), { recursive: true })
  const hash = createHash("sha256")
  let bytes = 0
  async function* measured(source: AsyncIterable<Buffer>) {
    for await (const piece of source) {
      hash.update(piece)
      bytes += piece.length
      yield piece
    }
  }
  await pipeline(content, measured, createWriteStream(path, { flags: "wx", mode: 0o600, flush: true }))
  return { bytes, sha256: hash.digest("hex") }
}

/** The SHA-256 of what a stream brings, in hexadecimal letters. */
export async function hashOf(content: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const hash = createHash("sha256")
  for await (const piece of content ?? []) hash.update(piece)
  return hash.digest("hex")
}
