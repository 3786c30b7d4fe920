import { and, asc, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments, drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { Draft } from "./contract"
import { readStored } from "./stored-draft"

/** A draft with the rows of its attachments, which say where their files are. */
type KeptDraft = Draft & { attachments: (typeof attachments.$inferSelect)[] }

/**
 * Returns a draft of the actor with its attachments, also one that has been sent; null when there is none with this id.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function getDraft(actor: Actor, { draft: id }: { draft: string }): Promise<KeptDraft | null> {
  permit(actor, "request.file")
  const [[draft], files] = await Promise.all([
    db
      .select()
      .from(drafts)
      .where(and(eq(drafts.id, id), eq(drafts.customerId, actor.id))),
    db.select().from(attachments).where(eq(attachments.openDraftId, id)).orderBy(asc(attachments.id)),
  ])
  if (!draft) return null
  const { answers, typed, filedAs } = readStored(draft)
  return { id, version: draft.version, answers, typed, filedAs, attachments: files }
}
