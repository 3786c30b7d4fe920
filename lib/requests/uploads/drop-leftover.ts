import { and, asc, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import type { Actor } from "@/lib/model/actor"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { isOwnSql } from "./own-uploads"
import { UPLOAD_SECONDS } from "./upload-address"

/**
 * Deletes an upload of the actor that was refused, or otherwise the oldest whose addresses have ended; of an account also one
 * that has arrived, such as for a message that was never sent. What is on its way, or is attached at this moment, stays.
 * Returns the ids under which its files are to be discarded once that is committed; none when there is no such upload.
 */
export async function dropLeftover(tx: Tx, actor: Actor): Promise<string[]> {
  const hasArrived = actor.key
    ? sql`false`
    : sql`exists (select from ${attachments} where ${attachments.uploadId} = ${uploads.id})`
  const isOver = sql`(${uploads.refusal} is not null or ${hasArrived}
    or ${uploads.createdAt} < now() - make_interval(secs => ${UPLOAD_SECONDS}))`
  const [oldest] = await tx
    .select({ id: uploads.id })
    .from(uploads)
    .where(and(isOwnSql(actor), isOver))
    .orderBy(sql`${uploads.refusal} is null`, asc(uploads.createdAt), asc(uploads.id))
    .limit(1)
    .for("update", { skipLocked: true })
  if (!oldest) return []
  const files = await deleteAttachments(tx, eq(attachments.uploadId, oldest.id))
  await tx.delete(uploads).where(eq(uploads.id, oldest.id))
  return [oldest.id, ...files.map(({ id }) => id)]
}
