import { and, eq } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { readStored } from "./stored-draft"

/**
 * Locks a draft of the actor and returns it.
 * @throws AppError `not_found` when the actor has no such draft, or has sent it.
 */
export async function lockDraft(tx: Tx, actor: Actor, id: string) {
  const [draft] = await tx.select().from(drafts).where(isOwnDraftSql(actor, id)).for("update")
  if (!draft || readStored(draft).filedAs) throw sentOrDiscarded()
  return { ...draft, ...readStored(draft) }
}

export const isOwnDraftSql = (actor: Actor, id: string) => and(eq(drafts.id, id), eq(drafts.customerId, actor.id))

export const sentOrDiscarded = () => new AppError("not_found", "This request has already been sent or discarded.")
