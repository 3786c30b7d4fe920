import { and, desc, eq, exists, or, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments, drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { adoptOldDraft } from "./adopt-old-draft"
import type { UnfinishedRequest } from "./contract"
import { isInDanger } from "./draft-steps"
import { readStored } from "./stored-draft"

/**
 * Returns the requests that the actor has begun and not sent, last changed first. One that has nothing but the answer
 * that there is no danger has not been begun.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function listDrafts(actor: Actor): Promise<{ items: UnfinishedRequest[] }> {
  permit(actor, "request.file")
  await adoptOldDraft(actor.id)
  const files = db.select().from(attachments).where(eq(attachments.openDraftId, drafts.id))
  const begun = or(sql`${drafts.answers} - 'safetyCheck' - 'written' - 'typed' <> '{}'`, exists(files))
  const rows = await db
    .select({ id: drafts.id, answers: drafts.answers, updatedAt: drafts.updatedAt, begun: sql<boolean>`${begun}` })
    .from(drafts)
    .where(and(eq(drafts.customerId, actor.id), sql`not ${drafts.answers} ? 'filedAs'`))
    .orderBy(desc(drafts.updatedAt), desc(drafts.id))
  const items = rows
    .map(({ id, updatedAt, begun, ...row }) => ({ id, updatedAt, begun, ...readStored(row) }))
    .filter(({ begun, answers, typed }) => begun || isInDanger(answers) || Object.keys(typed).length > 0)
  return {
    items: items.map(({ id, updatedAt, answers, typed }) => ({ id, updatedAt, answers: named(answers, typed) })),
  }
}

/** As many letters of a title that has not been checked as one may have. */
const SHOWN = 120

/** A title that was typed and not saved yet names its request as well. */
function named(answers: UnfinishedRequest["answers"], typed: { details?: Record<string, string | string[]> }) {
  const title = typed.details?.title
  return typeof title === "string" && title.trim() !== "" ? { ...answers, title: title.slice(0, SHOWN) } : answers
}
