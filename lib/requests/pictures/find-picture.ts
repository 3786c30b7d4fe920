import { and, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import type { attachments } from "@/db/schema/requests"
import { AppError } from "@/lib/model/errors"
import { isPhoto, type PictureSize } from "@/lib/model/picture"
import { enqueuePictures } from "./enqueue-pictures"

type File = Pick<typeof attachments.$inferSelect, "id" | "mediaType" | "picture">

/** In seconds. Most photos take less. */
const SOON = 5

/**
 * A picture of an attachment; nothing when it has none. One of an old photo that somebody asks for is made next.
 * @throws AppError `unavailable` while it is being made
 */
export async function findPicture({ id, mediaType, picture }: File, size: PictureSize) {
  if (picture === null && isPhoto(mediaType)) {
    await enqueuePictures(db, [id])
    throw new AppError("unavailable", "We are preparing this photo. Try again in a moment.", { retryAfter: SOON })
  }
  const [found] = await db
    .select()
    .from(pictures)
    .where(and(eq(pictures.attachmentId, id), eq(pictures.size, size)))
  return found
}
