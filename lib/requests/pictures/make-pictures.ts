import { eq } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { isUnavailable } from "@/db/errors"
import { pictures } from "@/db/schema/pictures"
import { attachments } from "@/db/schema/requests"
import { isPhoto, type PictureState } from "@/lib/model/picture"
import { type Drawn, drawPictures } from "@/lib/platform/pictures/draw-pictures"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { openFile } from "@/lib/platform/storage/read-file"
import { type MadeFile, storeMade } from "@/lib/platform/storage/store-made"
import { tellOfFiles } from "@/lib/requests/live/tell-of-files"
import { log } from "@/lib/runtime/log"

/**
 * Makes the pictures of an attached photo, unless they are made. That one cannot be decoded is final.
 * @throws Error when its file cannot be read or a picture not be stored at the moment
 */
export async function makePictures({ attachmentId: id }: { attachmentId: string }): Promise<void> {
  const [file] = await db.select().from(attachments).where(eq(attachments.id, id))
  if (!file || file.picture) return
  if (!isPhoto(file.mediaType) || file.scan === "found") return settle(id, "none")
  const photo = await openFile(id, file.home)
  if (!photo) throw new Error(`The file of attachment ${id} is missing.`)
  const made = await drawPictures(photo)
  if ("drawn" in made) return keep(id, made.drawn)
  log.warn({ attachment: id, why: made.impossible }, "no pictures can be made of a photo")
  await settle(id, "none")
}

async function settle(id: string, picture: PictureState): Promise<void> {
  await transaction((tx) => decide(tx, id, picture))
}

/** Stores the pictures, then their rows; when the photo was deleted meanwhile, no file stays. */
async function keep(id: string, drawn: readonly Drawn[]): Promise<void> {
  const files: MadeFile[] = []
  let isKept = false
  try {
    for (const { content } of drawn) files.push(await storeMade(content))
    const rows = drawn.map(({ size, width, height }, i) => ({
      ...(files[i] as MadeFile),
      ...{ attachmentId: id, size, width, height },
    }))
    isKept = await transaction(async (tx) => {
      if (!(await decide(tx, id, "made"))) return false
      await tx.insert(pictures).values(rows)
      return true
    })
  } catch (thrown) {
    // Whether an unanswered write happened is not known; the sweep will tell.
    isKept = isUnavailable(thrown)
    throw thrown
  } finally {
    if (!isKept) await discardFiles(files.map((file) => file.id))
  }
}

/** Says what became of a photo. False when it is gone or another job was faster. */
async function decide(tx: Tx, id: string, picture: PictureState): Promise<boolean> {
  const [file] = await tx.select().from(attachments).where(eq(attachments.id, id)).for("update")
  if (!file || file.picture) return false
  await tx.update(attachments).set({ picture }).where(eq(attachments.id, id))
  await tellOfFiles(tx, [file])
  return true
}
