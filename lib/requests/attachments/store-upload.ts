import { isUnavailable } from "@/db/errors"
import { takeTry } from "@/lib/identity/auth/throttle"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { type StoredFile, storeFile } from "@/lib/platform/storage/store-file"
import { env } from "@/lib/runtime/env"

/**
 * Calls its argument for each file of an upload, one after the other. The edge that received the upload provides it.
 */
export type Upload = (take: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>) => Promise<void>

/**
 * Stores every file of an upload, then its rows by `insert`; when either fails, no file stays.
 * @throws AppError `invalid` without any file, `conflict` when there are too many, `too_many_requests` when the account or
 * key has uploaded too much in a day.
 */
export async function keepUpload<T>(
  actor: Actor,
  upload: Upload,
  held: number,
  insert: (files: StoredFile[]) => Promise<T>,
): Promise<T> {
  const files: StoredFile[] = []
  try {
    await upload(async (name, content) => {
      checkRoom(held + files.length + 1)
      const file = await storeFile(name, content)
      files.push(file)
      await countBytes(actor, file)
    })
    if (files.length === 0) throw new AppError("invalid", "Choose a file to upload.")
    return await insert(files)
  } catch (thrown) {
    // Whether an unanswered write happened is not known; the sweep will tell.
    if (!isUnavailable(thrown)) await discardFiles(files.map(({ id }) => id))
    throw thrown
  }
}

/** Counted in kilobytes, also for files that are removed again. */
const countBytes = ({ id }: Actor, { bytes }: StoredFile): Promise<void> =>
  takeTry(
    [
      {
        key: `upload:${id}`,
        tries: env().UPLOAD_MB_PER_DAY * 1024,
        amount: Math.ceil(bytes / 1024),
        seconds: 24 * 3600,
      },
    ],
    "You have uploaded too many files in a day.",
  )

/**
 * Checks the number of attachments: before a file is taken in, and again under lock when its row is written.
 * @throws AppError `conflict` above the maximum.
 */
export function checkRoom(count: number): void {
  if (count <= MAX_ATTACHMENTS) return
  throw new AppError("conflict", `A request can have up to ${MAX_ATTACHMENTS} attachments.`)
}
