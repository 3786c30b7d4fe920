import { eq } from "drizzle-orm"
import { db, one, transaction } from "@/db/client"
import { attachments, drafts, requestDrafts } from "@/db/schema/requests"

/**
 * Moves the draft that the release before has written, with its files, to where this release keeps drafts. True when
 * there was one.
 */
export async function adoptOldDraft(customerId: string): Promise<boolean> {
  const theirs = eq(requestDrafts.customerId, customerId)
  if ((await db.$count(requestDrafts, theirs)) === 0) return false
  return transaction(async (tx) => {
    const [old] = await tx.select().from(requestDrafts).where(theirs).for("update")
    if (!old) return false
    const { answers, updatedAt } = old
    const draft = one(await tx.insert(drafts).values({ customerId, answers, updatedAt }).returning({ id: drafts.id }))
    await tx
      .update(attachments)
      .set({ draftId: null, openDraftId: draft.id })
      .where(eq(attachments.draftId, customerId))
    await tx.delete(requestDrafts).where(theirs)
    return true
  })
}
