import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { PICTURE_TYPE, type PictureSize } from "@/lib/model/picture"
import { readKeptFile, seeAttachment } from "@/lib/requests/attachments/open-attachment"
import { findPicture } from "./find-picture"

/**
 * A picture of an attached photo, for those who may see the photo. What names its content changes with it.
 * @throws AppError `not_found` when there is no such attachment or it has no picture, `unavailable` while it is being made
 * or when its file cannot be read
 */
export async function openPicture(actor: Actor, { id, size }: { id: string; size: PictureSize }) {
  const file = await seeAttachment(actor, id)
  const picture = await findPicture(file, size)
  if (!picture) throw new AppError("not_found", "There is no picture of this file.")
  const { bytes, sha256 } = picture
  return { mediaType: PICTURE_TYPE, bytes, sha256, open: () => readKeptFile(picture) }
}
