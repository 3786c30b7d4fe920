import { eq, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments, requestDrafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { RequestToFile } from "@/lib/requests/contract"
import type { Draft } from "@/lib/requests/drafts/contract"
import { fileRequest } from "./file-request"
import type { Source } from "./file-sql"

/**
 * Files the actor's draft with its attachments and returns the request; null when there is no draft, because it was
 * filed already or discarded. However often it is called at once, a draft is filed once.
 * @throws AppError `forbidden` when the actor may not file, `conflict` when answers are missing.
 */
export const fileDraft = (actor: Actor) => fileAnswers(actor, (answers) => RequestToFile.safeParse(answers).data)

/**
 * Files what `toFile` makes of the answers in the actor's draft, as `fileDraft` does; it gives nothing when answers are
 * missing.
 * @throws AppError `forbidden` when the actor may not file, `conflict` when answers are missing.
 */
export async function fileAnswers(
  actor: Actor,
  toFile: (answers: Draft["answers"]) => RequestToFile | undefined,
): Promise<Awaited<ReturnType<typeof fileRequest>> | null> {
  permit(actor, "request.file")
  const [draft] = await db.select().from(requestDrafts).where(eq(requestDrafts.customerId, actor.id))
  if (!draft) return null
  const input = toFile(draft.answers)
  if (!input) throw new AppError("conflict", "Some answers are missing. Check each step again.")
  try {
    return await fileRequest(actor, input, draftOf(actor, draft.answers))
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === "not_found")) throw thrown
    // Filed or discarded meanwhile, or changed: then what is there now is filed.
    return fileAnswers(actor, toFile)
  }
}

/** Claiming empties the draft if it still holds these answers, which locks it against uploads and cannot be done twice. */
const draftOf = ({ id }: Actor, answers: Draft["answers"]): Source => ({
  claim: sql`update ${requestDrafts} set answers = '{}' where customer_id = ${id}
    and answers = ${JSON.stringify(answers)}::jsonb and answers <> '{}' returning customer_id`,
  finish: (requestId) => [
    sql`update ${attachments} set request_id = ${requestId}, draft_id = null where draft_id = ${id}`,
    sql`delete from ${requestDrafts} where customer_id = ${id}`,
  ],
})
