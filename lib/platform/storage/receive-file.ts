import { createHash } from "node:crypto"
import { mkdir, open, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { inMegabytes, KINDS_IN_WORDS, mostBytes } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { fileLimits } from "./file-limits"
import type { Received } from "./home"
import { Sniffer } from "./sniff-media-type"
import { incomingPathOf } from "./store-paths"

export interface JudgedFile extends Received {
  mediaType: string
}

/**
 * Streams an upload to `incomingPathOf(id)` and syncs it.
 * @throws AppError `too_large`, `invalid` when it is empty, `unsupported_media_type`
 */
export async function receive(id: string, name: string, content: AsyncIterable<Uint8Array>): Promise<JudgedFile> {
  return writeIncoming(id, (write) => judge(name, content, write))
}

/** Has `incomingPathOf(id)` written, piece by piece, and syncs it. */
export async function writeIncoming<T>(
  id: string,
  fill: (write: (piece: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  const path = incomingPathOf(id)
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, "wx", 0o600)
  let waiting: Uint8Array[] = []
  let bytes = 0
  const flush = async () => {
    const pieces = waiting
    waiting = []
    bytes = 0
    if (pieces.length > 0) await file.writeFile(Buffer.concat(pieces))
  }
  try {
    const filled = await fill(async (piece) => {
      waiting.push(piece)
      bytes += piece.length
      if (bytes >= WRITTEN_AT_ONCE) await flush()
    })
    await flush()
    await file.sync()
    return filled
  } finally {
    await file.close()
  }
}

/** Few large pieces are written in less time than many small ones. */
const WRITTEN_AT_ONCE = 256 * 1024

/** Removes what is left of an upload. What cannot be deleted now is left to the sweep. */
export const forgetReceived = (id: string): Promise<void> => rm(incomingPathOf(id), { force: true }).catch(() => {})

/**
 * Measures, hashes and judges the content of a file while `keep` takes it.
 * @throws AppError `too_large`, `invalid` when it is empty, `unsupported_media_type`
 */
export async function judge(
  name: string,
  content: AsyncIterable<Uint8Array>,
  keep: (chunk: Uint8Array) => unknown,
): Promise<JudgedFile> {
  const sniffer = new Sniffer()
  const hash = createHash("sha256")
  const limits = fileLimits()
  let most = limits.file
  let bytes = 0
  for await (const chunk of content) {
    bytes += chunk.length
    sniffer.see(chunk)
    // Whether it is a video, which may be larger than others, its beginning tells.
    if (bytes > most) most = checkSize(name, bytes, (await sniffer.begun()) ?? "")
    hash.update(chunk)
    await keep(chunk)
  }
  if (bytes === 0) throw new AppError("invalid", `“${name}” is empty.`)
  const mediaType = await sniffer.verdict()
  if (!mediaType) throw new AppError("unsupported_media_type", `“${name}” is not a ${KINDS_IN_WORDS} file.`)
  return { bytes, mediaType, sha256: hash.digest("hex") }
}

/**
 * Returns how many bytes a file of this type may have.
 * @throws AppError `too_large`
 */
export function checkSize(name: string, bytes: number, mediaType: string): number {
  const most = mostBytes(mediaType, fileLimits())
  if (bytes > most) throw new AppError("too_large", `“${name}” is larger than ${inMegabytes(most)}.`)
  return most
}
