import { isUnavailable } from "@/db/errors"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { type StoredFile, storeFile } from "@/lib/platform/storage/store-file"
import { type KeptFile, readReadyUploads } from "@/lib/requests/uploads/claim-uploads"
import { checkAnyRoom, checkTotal, countForDay, uncountForDay } from "./quotas"
import { checkRoom, type Held, sumOf } from "./room"

/**
 * Calls `take` for each file of an upload, one after the other, and `use` for each upload that was begun before and is named
 * in it. The edge that received the upload provides it.
 */
export type Upload = (
  take: (name: string, content: AsyncIterable<Uint8Array>) => Promise<void>,
  use: (uploadId: string) => void,
) => Promise<void>

/**
 * Stores every file of an upload, then the rows of all by `insert`; when either fails, no file stays, and none is counted.
 * @throws AppError `invalid` without any file, or as `readReadyUploads` does, `conflict` when there are too many, `too_large`
 * when they are too large in all, `too_many_requests` when the account or key has uploaded too much in a day,
 * `insufficient_storage` when the utility has no more room.
 */
export async function keepUpload<T>(
  actor: Actor,
  upload: Upload,
  held: Held,
  insert: (files: KeptFile[]) => Promise<T>,
): Promise<T> {
  const files: StoredFile[] = []
  const named: string[] = []
  try {
    await upload(
      async (name, content) => {
        const taken = sumOf(files)
        checkRoom(held, { ...taken, files: taken.files + 1 })
        await checkAnyRoom(actor)
        const file = await storeFile(name, content)
        try {
          checkRoom(held, sumOf([...files, file]))
          await checkTotal(taken.bytes + file.bytes)
          await countForDay(actor, file)
        } catch (thrown) {
          // Others of the upload may be kept without it.
          await discardFiles([file.id])
          throw thrown
        }
        files.push(file)
      },
      (uploadId) => void named.push(uploadId),
    )
    const kept = [...files, ...(await readReadyUploads(actor, named))]
    checkRoom(held, sumOf(kept))
    if (kept.length === 0) throw new AppError("invalid", "Choose a file to upload.")
    return await insert(kept)
  } catch (thrown) {
    // Whether an unanswered write happened is not known; the sweep will tell.
    if (isUnavailable(thrown)) throw thrown
    await discardFiles(files.map(({ id }) => id))
    await uncountForDay(actor, files)
    throw thrown
  }
}
