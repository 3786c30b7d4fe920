import { mkdir, open, rename, rm } from "node:fs/promises"
import { dirname } from "node:path"
import { v7 } from "uuid"
import { MAX_ATTACHMENT_BYTES } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { log } from "@/lib/runtime/log"
import { claimStore, ownershipProblem } from "./ownership"
import { Sniffer } from "./sniff-media-type"
import { incomingPathOf, pathOf } from "./store-paths"

/** A stored file, as its row will describe it. */
export interface StoredFile {
  id: string
  name: string
  mediaType: string
  bytes: number
}

/** Codes of a full disk, a used-up quota or a store that cannot be written to: the sender can do nothing about them. */
const CANNOT_WRITE = ["ENOSPC", "EDQUOT", "EROFS", "EIO", "ESTALE", "EACCES"]

/**
 * Streams one file to disk and syncs it, before any row names it: if the process dies in between, a file without a row is
 * left, which the sweep removes, and never a row without a file.
 * @throws AppError `too_large`; `invalid` when it is empty; `unsupported_media_type`; `insufficient_storage` when the
 *   store is full, cannot be written to or belongs to another installation
 */
export async function storeFile(givenName: string, content: AsyncIterable<Uint8Array>): Promise<StoredFile> {
  const id = v7()
  const name = cleanName(givenName)
  try {
    const store = await claimStore()
    if (store.state !== "ours") throw cannotStore(ownershipProblem(store))
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
    // A file that cannot be deleted now is left to the sweep. The first failure is the one to report.
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
      throw new AppError(
        "unsupported_media_type",
        `“${name}” is not a JPEG, PNG, WebP, HEIC, AVIF, PDF or plain text file.`,
      )
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

/** Makes a safe name of the one sent: its last path component, without invisible characters, of 120 characters at most. */
export function cleanName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim()
  return Array.from(visible).slice(-120).join("") || "attachment"
}
