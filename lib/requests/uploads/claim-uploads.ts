import { asc, inArray } from "drizzle-orm"
import { db, type Tx } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { StoredFile } from "@/lib/platform/storage/store-file"
import { insertAttachments } from "@/lib/requests/attachments/insert-attachments"
import { readOwnUploads } from "./own-uploads"

/** A file that is to be attached: one that was just stored, or that an upload has brought before. */
export type KeptFile = StoredFile & { uploadId?: string }

/** What a file is attached to, and whose it is. */
export type Place = { uploadedBy: string } & ({ requestId: string } | { openDraftId: string })

/**
 * The files of uploads of the actor that are ready to be attached.
 * @throws AppError `invalid` for one that they do not have, `conflict` for one that is not complete or was refused
 */
export async function readReadyUploads(actor: Actor, named: readonly string[]): Promise<KeptFile[]> {
  const ids = [...new Set(named)]
  if (ids.length === 0) return []
  const found = await readOwnUploads(db, actor, inArray(uploads.id, ids))
  if (found.length < ids.length) throw unknown()
  return found.map(({ upload, file }) => {
    if (!file) throw new AppError("conflict", `The upload of “${upload.name}” is not complete.`)
    const { id, name, mediaType, bytes, home, sha256 } = file
    return { id, name, mediaType, bytes, home, sha256: sha256 ?? "", uploadId: upload.id }
  })
}

/**
 * Attaches files, in the transaction of what they are attached to, and returns their rows. An upload is used up.
 * @throws AppError `invalid` when an upload was used meanwhile
 */
export async function placeFiles(tx: Tx, files: readonly KeptFile[], place: Place) {
  const stored = files.filter(({ uploadId }) => uploadId === undefined)
  const rows =
    stored.length > 0
      ? await insertAttachments(
          tx,
          stored.map((it) => ({ ...it, ...place })),
        )
      : []
  const ids = files.flatMap(({ uploadId }) => uploadId ?? [])
  if (ids.length === 0) return rows
  // Before its file, as whoever completes or deletes an upload does.
  await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(inArray(uploads.id, ids))
    .orderBy(asc(uploads.id))
    .for("update")
  const claimed = await tx
    .update(attachments)
    .set({ ...place, uploadId: null })
    .where(inArray(attachments.uploadId, ids))
    .returning()
  if (claimed.length < ids.length) throw unknown()
  await tx.delete(uploads).where(inArray(uploads.id, ids))
  return [...rows, ...claimed]
}

function unknown(): AppError {
  const message =
    "Some files are no longer available: they were used before or deleted. Remove them and choose them again"
  return new AppError("invalid", message, { fields: { uploads: message } })
}
