import { and, count, eq, isNull } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { quarantineFiles } from "@/lib/platform/storage/quarantine"
import { checkRoom, keepUpload, type Upload } from "@/lib/requests/attachments/store-upload"
import { lockDraft } from "./lock-draft"

/**
 * Attaches uploaded files to a draft of the actor.
 * @throws AppError `forbidden` when the actor may not file, `not_found` when the draft was sent or discarded, also during
 * the upload, and whatever `keepUpload` throws for files that cannot be kept.
 */
export async function attachToDraft(actor: Actor, { draft }: { draft: string }, upload: Upload): Promise<void> {
  permit(actor, "request.file")
  const held = await transaction(async (tx) => {
    await lockDraft(tx, actor, draft)
    return tx.$count(attachments, eq(attachments.openDraftId, draft))
  })
  await keepUpload(actor, upload, held, (files) =>
    transaction(async (tx) => {
      await lockDraft(tx, actor, draft)
      const [now] = await tx.select({ files: count() }).from(attachments).where(eq(attachments.openDraftId, draft))
      checkRoom((now?.files ?? 0) + files.length)
      await tx.insert(attachments).values(files.map((file) => ({ ...file, openDraftId: draft, uploadedBy: actor.id })))
    }),
  )
}

/**
 * Removes a file from a draft of the actor; one that is not there is ignored.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function detachFromDraft(actor: Actor, { draft, id }: { draft: string; id: string }) {
  permit(actor, "request.file")
  const mine = and(eq(attachments.uploadedBy, actor.id), isNull(attachments.requestId))
  const theirs = and(eq(attachments.id, id), eq(attachments.openDraftId, draft), mine)
  const files = await db.delete(attachments).where(theirs).returning({ id: attachments.id })
  await quarantineFiles(files.map(({ id }) => id))
  return { draft }
}
