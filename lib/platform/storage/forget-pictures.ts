import { asc, inArray } from "drizzle-orm"
import { transaction } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import { attachments } from "@/db/schema/requests"

/**
 * Forgets pictures whose files are lost, with the others of the same photos: a job finds these photos and makes all of
 * theirs again. Returns which of the ids were pictures.
 */
export function forgetPictures(ids: string[]): Promise<string[]> {
  return transaction(async (tx) => {
    const lost = await tx.select().from(pictures).where(inArray(pictures.id, ids))
    const photos = lost.map(({ attachmentId }) => attachmentId)
    if (photos.length === 0) return []
    const which = inArray(attachments.id, photos)
    await tx.select({ id: attachments.id }).from(attachments).where(which).orderBy(asc(attachments.id)).for("update")
    await tx.delete(pictures).where(inArray(pictures.attachmentId, photos))
    await tx.update(attachments).set({ picture: null }).where(which)
    return lost.map(({ id }) => id)
  })
}
