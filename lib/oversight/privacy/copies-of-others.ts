import { and, eq, inArray, ne, or } from "drizzle-orm"
import { db } from "@/db/client"
import { pictures } from "@/db/schema/pictures"
import { attachments } from "@/db/schema/requests"
import { isPhoto } from "@/lib/model/picture"
import type { Attachment } from "@/lib/requests/attachments/contract"
import { sentByKeySql } from "@/lib/requests/pictures/sent-by-key-sql"

/**
 * The photos among these that others sent, each with the file of the copy that does not say where it was taken; null where
 * there is none (yet). A customer's data does not tell where staff have been.
 */
export async function copiesOfOthers(
  accountId: string,
  files: readonly Attachment[],
): Promise<Map<string, string | null>> {
  const photos = files.filter(({ mediaType }) => isPhoto(mediaType)).map(({ id }) => id)
  if (photos.length === 0) return new Map()
  const rows = await db
    .select({ id: attachments.id, copy: pictures.id })
    .from(attachments)
    .leftJoin(pictures, and(eq(pictures.attachmentId, attachments.id), eq(pictures.size, "large")))
    .where(and(inArray(attachments.id, photos), or(ne(attachments.uploadedBy, accountId), sentByKeySql())))
  return new Map(rows.map(({ id, copy }) => [id, copy]))
}
