import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { attachments, requestDrafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { quarantineFiles } from "@/lib/platform/storage/quarantine"
import { lockDraft } from "./lock-draft"

/**
 * Deletes the actor's draft and its attachments; does nothing when there is none.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function discardDraft(actor: Actor): Promise<void> {
  permit(actor, "request.file")
  const files = await transaction(async (tx) => {
    // An upload may be on its way to this draft.
    await lockDraft(tx, actor)
    const gone = await tx.delete(attachments).where(eq(attachments.draftId, actor.id)).returning({ id: attachments.id })
    await tx.delete(requestDrafts).where(eq(requestDrafts.customerId, actor.id))
    return gone
  })
  await quarantineFiles(files.map(({ id }) => id))
}
