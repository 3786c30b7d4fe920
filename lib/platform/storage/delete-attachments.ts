import { asc, inArray, type SQL } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import { attachments } from "@/db/schema/requests"

/**
 * Deletes the rows of attachments and of the pictures made of them. Returns the files that nobody needs any more. They are
 * locked first: a picture that is being made comes before, or finds no photo.
 */
export async function deleteAttachments(tx: Tx, which: SQL | undefined): Promise<{ id: string }[]> {
  const locked = await tx
    .select({ id: attachments.id })
    .from(attachments)
    .where(which)
    .orderBy(asc(attachments.id))
    .for("update")
  if (locked.length === 0) return []
  const ids = locked.map(({ id }) => id)
  const made = await tx.delete(pictures).where(inArray(pictures.attachmentId, ids)).returning({ id: pictures.id })
  const gone = await tx.delete(attachments).where(inArray(attachments.id, ids)).returning({ id: attachments.id })
  return [...gone, ...made]
}
