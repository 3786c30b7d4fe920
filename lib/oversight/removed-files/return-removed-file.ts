import { eq } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { isUnavailable } from "@/db/errors"
import { attachments } from "@/db/schema/requests"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { isPhoto } from "@/lib/model/picture"
import { audit } from "@/lib/platform/audit/audit"
import type { Shelf } from "@/lib/platform/storage/home"
import { homeNamed } from "@/lib/platform/storage/homes"
import { putAside } from "@/lib/platform/storage/put-aside"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { tellOfFiles } from "@/lib/requests/live/tell-of-files"
import { enqueuePictures } from "@/lib/requests/pictures/enqueue-pictures"
import { touchRequest } from "@/lib/requests/touch-request"
import { log } from "@/lib/runtime/log"
import type { RemovedFileToDecide } from "./contract"
import { lockRemovedFile, readRemovedFile } from "./lock-removed-file"

type File = typeof attachments.$inferSelect

/**
 * Frees a file in which the virus scanner was wrong. It is brought back first: a file that no row needs is put aside again
 * by the sweep, while a row without its file would be seen.
 * @throws AppError as `lockRemovedFile` does; `conflict` when the file is not kept any more, or is only being put aside;
 * `unavailable` when its store cannot be reached
 */
export async function returnRemovedFile(
  actor: Actor,
  { id, reason }: Pick<RemovedFileToDecide, "id" | "reason">,
): Promise<void> {
  await bringBack(await readRemovedFile(id))
  try {
    await transaction(async (tx) => {
      const file = await lockRemovedFile(tx, id)
      await free(tx, file)
      await audit(tx, authorOf(actor), {
        action: "file.returned",
        subject: ["file", id],
        data: { requestId: file.requestId, reason },
      })
    })
  } catch (thrown) {
    // Whether an unanswered write happened is not known; the sweep will tell.
    if (!isUnavailable(thrown)) await putBack(id)
    throw thrown
  }
}

/** Somebody else may have decided meanwhile: a returned file stays, one that was deleted goes. */
async function putBack(id: string): Promise<void> {
  const isKept = (await db.$count(attachments, eq(attachments.id, id))) > 0
  await (isKept ? putAside([id]) : discardFiles([id]))
}

async function bringBack({ id, home }: File): Promise<void> {
  const store = homeNamed(home)
  const reached = <T>(it: Promise<T>) =>
    it.catch((err: unknown) => {
      log.error({ err, attachment: id }, "a removed file could not be brought back")
      throw new AppError("unavailable", "We cannot reach this file at the moment. Try again later.")
    })
  const isIn = (shelf: Shelf) => reached(store.has(id, shelf))
  if (await isIn("files")) {
    // It lies there where an earlier return was cut off, or the scanner's move into quarantine was.
    if (!(await isIn("quarantine"))) return
    // A store copies and then deletes: a file that is still on its way there would be lost between both.
    throw new AppError(
      "conflict",
      "This file is being moved. Try again in a minute, or in two hours if that does not help.",
    )
  }
  // Of two who move it at once, one may find it half moved.
  const move = store.move(id, "quarantine", "files").catch(async (err: unknown) => {
    if (await isIn("files")) return true
    throw err
  })
  if (!(await reached(move)) && !(await isIn("files")))
    throw new AppError("conflict", "This file is no longer kept: removed files are deleted after 30 days.")
}

async function free(tx: Tx, file: File): Promise<void> {
  // Nothing was decoded of what was thought to be harmful.
  const isUndrawn = isPhoto(file.mediaType) && file.picture !== "made"
  await tx
    .update(attachments)
    .set({ scan: "clean", threat: null, ...(isUndrawn && { picture: null }) })
    .where(eq(attachments.id, file.id))
  if (isUndrawn) await enqueuePictures(tx, [file.id])
  if (file.requestId) await touchRequest(tx, file.requestId)
  await tellOfFiles(tx, [file])
}
