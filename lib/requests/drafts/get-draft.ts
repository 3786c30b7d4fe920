import { asc, eq } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments, requestDrafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import type { Draft } from "./contract"

/**
 * Returns the actor's unfinished request with its attachments; empty when none was begun.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function getDraft(actor: Actor): Promise<Draft> {
  permit(actor, "request.file")
  const [[draft], files] = await Promise.all([
    db.select().from(requestDrafts).where(eq(requestDrafts.customerId, actor.id)),
    db.select().from(attachments).where(eq(attachments.draftId, actor.id)).orderBy(asc(attachments.id)),
  ])
  return { answers: draft?.answers ?? {}, attachments: files }
}
