import { v7 } from "uuid"
import type { FileHome } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { log } from "@/lib/runtime/log"
import type { HomeOfFiles, Received } from "./home"
import { currentHome } from "./homes"
import { claimStore, ownershipProblem } from "./ownership"
import { forgetReceived, receive } from "./receive-file"

/** A stored file, as its row will describe it. */
export interface StoredFile extends Received {
  id: string
  name: string
  mediaType: string
  home: FileHome
}

/** Codes of a full disk, a used-up quota or a store that cannot be written to: the sender can do nothing about them. */
const CANNOT_WRITE = ["ENOSPC", "EDQUOT", "EROFS", "EIO", "ESTALE", "EACCES"]

/**
 * Streams one file to disk, and from there to its home, before any row names it: if the process dies in between, a file
 * without a row is left, which the sweep removes, and never a row without a file.
 * @throws AppError `too_large`; `invalid` when it is empty; `unsupported_media_type`; `insufficient_storage` when the
 *   store is full, cannot be written to or belongs to another installation; `unavailable` when it does not respond
 */
export async function storeFile(
  givenName: string,
  content: AsyncIterable<Uint8Array>,
  home = currentHome(),
): Promise<StoredFile> {
  const id = v7()
  const name = cleanName(givenName)
  return storing(home, async () => {
    const received = await receive(id, name, content)
    await home.settle(id, received)
    return { id, name, home: home.name, ...received }
  }).finally(() => forgetReceived(id))
}

/**
 * Does what writes into a home, if that is ours.
 * @throws AppError `insufficient_storage` when it is not, or when it is full or cannot be written to
 */
export async function storing<T>(home: HomeOfFiles, work: () => Promise<T>): Promise<T> {
  try {
    const store = await claimStore(home)
    if (store.state !== "ours") throw cannotStore(ownershipProblem(store))
    return await work()
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

/** Makes a safe name of the one sent: its last path component, without invisible characters, of 120 characters at most. */
export function cleanName(given: string): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? ""
  const visible = last.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "").trim()
  return Array.from(visible).slice(-120).join("") || "attachment"
}
