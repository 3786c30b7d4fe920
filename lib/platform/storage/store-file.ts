import { mkdir, open, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { v7 } from "uuid"
import { MAX_ATTACHMENT_BYTES } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { log } from "@/lib/runtime/log"
import { claimStore, trouble } from "./ownership"
import { Sniffer } from "./sniff-media-type"
import { incomingPathOf, pathOf } from "./store-paths"

export interface StoredFile {
  id: string
  name: string
  mediaType: string
  bytes: number
}

/** The disk is full, a quota used up, or the store not to be written to: whoever sends the file can do nothing about it. */
const CANNOT_WRITE = ["ENOSPC", "EDQUOT", "EROFS", "EIO", "ESTALE", "EACCES"]

/**
 * Streams one file to disk and leaves it there for good, before any row names it: a process that dies leaves at most
 * a file without a row, which the sweep removes. Throws `too_large`, `invalid` when empty, `unsupported_media_type`, and
 * `insufficient_storage` when the store is full, cannot be written to or belongs to another installation.
 */
export async function storeFile(givenName: string, content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const id = v7()
  const name = cleanName(givenName)
  try {
    const store = await claimStore()
    if (store.standing !== "ours") throw cannotStore(trouble(store))
    return { id, name, ...(await writeDown(id, name, content)) }
  } catch (thrown) {
    if (!CANNOT_WRITE.includes((thrown as NodeJS.ErrnoException).code ?? "")) throw thrown
    throw cannotStore("A file could not be stored", thrown)
  }
}

function cannotStore(why: string, err?: unknown): AppError {
  log.error({ err }, why)
  const message = "We cannot store files at the moment. Send your request without them. You can add them later."
  return new AppError("insufficient_storage", message)
}

async function writeDown(id: string, name: string, content: AsyncIterable<Uint8Array>) {
  const incoming = incomingPathOf(id)
  await mkdir(dirname(incoming), { recursive: true })
  try {
    const written = await write(incoming, name, content)
    await mkdir(dirname(pathOf(id)), { recursive: true })
    await rename(incoming, pathOf(id))
    await syncFolder(dirname(pathOf(id)))
    return written
  } catch (thrown) {
    // What cannot be removed now is left to the sweep; why it failed matters more.
    await Promise.allSettled([incoming, pathOf(id)].map((path) => rm(path, { force: true })))
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
