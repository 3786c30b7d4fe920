import type { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { isPhoto, nameOfCopy, PICTURE_TYPE } from "@/lib/model/picture"
import { may, type Resource } from "@/lib/model/policy"
import { findPicture } from "./find-picture"
import { sentBy } from "./sent-by"

type File = typeof attachments.$inferSelect & Resource

/**
 * What somebody is given instead of a photo: the large picture of it, unless they sent it themselves or work on its request.
 * Photos say where they were taken. Nothing for those who get the original.
 * @throws AppError `unavailable` while it is being made, `forbidden` when it cannot be made
 */
export async function givenInstead(actor: Actor, file: File) {
  if (!isPhoto(file.mediaType) || may(actor, "request.read-original", file)) return undefined
  if ((await sentBy(actor, [file.id])).has(file.id)) return undefined
  const picture = await findPicture(file, "large")
  if (!picture)
    throw new AppError(
      "forbidden",
      "We cannot open this photo, so we cannot make a copy without its location. It may be damaged.",
    )
  const { id, home, bytes } = picture
  return { id, home, bytes, name: nameOfCopy(file.name), mediaType: PICTURE_TYPE }
}
