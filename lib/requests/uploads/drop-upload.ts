import { and, eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { uncountForDay } from "@/lib/requests/attachments/quotas"
import { isOwnSql, noSuchUpload } from "./own-uploads"

/**
 * Deletes an upload of the actor that is not attached, with what was sent for it.
 * @throws AppError `forbidden` when the actor may attach nothing, `not_found` when they have no such upload
 */
export async function dropUpload(actor: Actor, { id }: { id: string }): Promise<void> {
  permit(actor, "request.attach")
  const mine = and(eq(uploads.id, id), isOwnSql(actor))
  const { found, files } = await transaction(async (tx) => {
    const [found] = await tx.select().from(uploads).where(mine).for("update")
    if (!found) throw noSuchUpload()
    const gone = await deleteAttachments(tx, eq(attachments.uploadId, id))
    await tx.delete(uploads).where(mine)
    return { found, files: gone }
  })
  // Of one that was not judged no file was ever kept. When the sweep deletes it, the day that counted it is over.
  if (files.length === 0 && !found.refusal) await uncountForDay(actor, [found], found.createdAt)
  await discardFiles([id, ...files.map((it) => it.id)])
}
