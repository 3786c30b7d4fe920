import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { attachments, drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { quarantineSoon } from "@/lib/platform/storage/quarantine"
import { lockDraft } from "./lock-draft"

/**
 * Deletes a draft of the actor and its attachments; does nothing when there is none.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function discardDraft(actor: Actor, { draft: id }: { draft: string }): Promise<void> {
  permit(actor, "request.file")
  const files = await transaction(async (tx) => {
    // An upload may be on its way to this draft.
    await lockDraft(tx, actor, id)
    const gone = await deleteAttachments(tx, eq(attachments.openDraftId, id))
    await tx.delete(drafts).where(eq(drafts.id, id))
    return gone
  }).catch((thrown: unknown) => {
    if (thrown instanceof AppError && thrown.code === "not_found") return []
    throw thrown
  })
  await quarantineSoon(files.map(({ id }) => id))
}
