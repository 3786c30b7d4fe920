import { createReadStream } from "node:fs"
import { mkdir, open, rename, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import type { Readable } from "node:stream"
import { ReadableStream as WebStream } from "node:stream/web"
import { v7 } from "uuid"
import { env } from "@/lib/env"
import { AppError } from "@/lib/errors"
import { log } from "@/lib/log"
import { MAX_ATTACHMENT_BYTES } from "./contract"
import { Sniffer } from "./sniff"

export interface StoredFile {
  id: string
  name: string
  mediaType: string
  bytes: number
}

/** Names are generated; the last letters of an id are its random ones, so folders fill evenly. */
export const pathOf = (id: string) => join(env().ATTACHMENTS_DIR, id.slice(-2), id)

/**
 * Streams one file to disk and leaves it there for good, before any row names it: a process that dies leaves at most
 * a file without a row, which the sweep removes. Throws `too_large`, `invalid` when empty, `unsupported_media_type`.
 */
export async function storeFile(givenName: string, content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const id = v7()
  const name = cleanName(givenName)
  const incoming = join(env().ATTACHMENTS_DIR, "incoming", id)
  await mkdir(dirname(incoming), { recursive: true })
  try {
    const written = await write(incoming, name, content)
    await mkdir(dirname(pathOf(id)), { recursive: true })
    await rename(incoming, pathOf(id))
    await syncFolder(dirname(pathOf(id)))
    return { id, name, ...written }
  } catch (thrown) {
    await rm(incoming, { force: true })
    throw thrown
  }
}

async function write(path: string, name: string, content: AsyncIterable<Uint8Array>) {
  const file = await open(path, "wx", 0o600)
  const sniffer = new Sniffer()
  let bytes = 0
  try {
    for await (const chunk of content) {
      bytes += chunk.length
      if (bytes > MAX_ATTACHMENT_BYTES) throw new AppError("too_large", `“${name}” is larger than 10 MB.`)
      sniffer.see(chunk)
      await file.writeFile(chunk)
    }
    if (bytes === 0) throw new AppError("invalid", `“${name}” is empty.`)
    const mediaType = await sniffer.verdict()
    if (!mediaType)
      throw new AppError("unsupported_media_type", `“${name}” is not a JPEG, PNG, WebP, HEIC, PDF or plain text file.`)
    await file.sync()
    return { bytes, mediaType }
  } finally {
    await file.close()
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path)
  await folder.sync().finally(() => folder.close())
}

/** The last part of whatever path was sent, without anything invisible, short enough for any file system. */
export function cleanName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim()
  return Array.from(visible).slice(-120).join("") || "attachment"
}

/** Opened when somebody reads: an answer to HEAD, or to a client that has gone, is never read nor closed. */
export const readFile = (id: string): ReadableStream<Uint8Array> =>
  WebStream.from(chunksOf(id)) as ReadableStream<Uint8Array>

async function* chunksOf(id: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(pathOf(id))
}

/** A file for whoever closes it themselves; nothing when it is not there. */
export async function openFile(id: string): Promise<Readable | undefined> {
  const file = await open(pathOf(id)).catch((reason: NodeJS.ErrnoException) => {
    if (reason.code !== "ENOENT") throw reason
  })
  return file?.createReadStream()
}

export const isStored = (id: string): Promise<boolean> =>
  stat(pathOf(id)).then(
    () => true,
    () => false,
  )

/** What cannot be removed now is left to the sweep; whoever asked has been served already. */
export async function discardFiles(files: { id: string }[]): Promise<void> {
  const removals = await Promise.allSettled(files.map(({ id }) => rm(pathOf(id), { force: true })))
  for (const removal of removals)
    if (removal.status === "rejected") log.warn({ err: removal.reason }, "a file is left to the sweep")
}
