import { createHash } from "node:crypto"
import type { Readable } from "node:stream"
import type { Received } from "./home"
import { currentHome } from "./homes"
import { forgetReceived, writeIncoming } from "./receive-file"

/**
 * Puts a file from a backup into the home of new files, under the id that its row names, reads it back and returns the
 * SHA-256 of what was read. The home must be without it.
 */
export async function restoreFile(id: string, content: Readable): Promise<string> {
  const home = currentHome()
  try {
    await home.settle(id, await receiveJudged(id, content))
  } finally {
    await forgetReceived(id)
  }
  return hashOf(await home.open(id, "files"))
}

/** Writes a file that has been judged before to `incomingPathOf(id)`, and syncs it. */
export const receiveJudged = (
  id: string,
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Received> =>
  writeIncoming(id, async (write) => {
    const hash = createHash("sha256")
    let bytes = 0
    for await (const piece of content) {
      hash.update(piece)
      bytes += piece.length
      await write(piece)
    }
    return { bytes, sha256: hash.digest("hex") }
  })

/** The SHA-256 of what a stream brings, in hexadecimal letters. */
export async function hashOf(content: AsyncIterable<Uint8Array> | undefined): Promise<string> {
  const hash = createHash("sha256")
  for await (const piece of content ?? []) hash.update(piece)
  return hash.digest("hex")
}
