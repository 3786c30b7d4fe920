import { and, count, eq } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { quarantineFiles } from "@/lib/platform/storage/quarantine"
import { checkRoom, keepUpload, type Upload } from "@/lib/requests/attachments/store-upload"
import { getDraft } from "./get-draft"
import { lockDraft } from "./lock-draft"
import { saveDraft } from "./save-draft"

/**
 * Attaches uploaded files to the actor's draft, which is begun if there is none.
 * @throws AppError `forbidden` when the actor may not file, `not_found` when the draft was filed or discarded during the
 * upload, and whatever `keepUpload` throws for files that cannot be kept.
 */
export async function attachToDraft(actor: Actor, _: unknown, upload: Upload): Promise<void> {
  const { attachments: held } = await getDraft(actor)
  await saveDraft(actor, {})
  await keepUpload(actor, upload, held.length, (files) =>
    transaction(async (tx) => {
      if (!(await lockDraft(tx, actor)))
        throw new AppError("not_found", "This request has already been sent or discarded.")
      const [now] = await tx.select({ files: count() }).from(attachments).where(eq(attachments.draftId, actor.id))
      checkRoom((now?.files ?? 0) + files.length)
      await tx.insert(attachments).values(files.map((file) => ({ ...file, draftId: actor.id, uploadedBy: actor.id })))
    }),
  )
}

/**
 * Removes a file from the actor's draft; one that is not there is ignored.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function detachFromDraft(actor: Actor, { id }: { id: string }): Promise<void> {
  permit(actor, "request.file")
  const mine = and(eq(attachments.id, id), eq(attachments.draftId, actor.id))
  const files = await db.delete(attachments).where(mine).returning({ id: attachments.id })
  await quarantineFiles(files.map(({ id }) => id))
}
