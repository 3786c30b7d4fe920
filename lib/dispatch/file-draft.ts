import { type SQL, sql } from "drizzle-orm"
import type { z } from "zod"
import { attachments, drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError, changedMeanwhile } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { toldByFiles } from "@/lib/requests/attachments/told-by-file"
import { RequestToFile, type ServiceRequest } from "@/lib/requests/contract"
import type { Draft, OnDraft } from "@/lib/requests/drafts/contract"
import { detour } from "@/lib/requests/drafts/draft-steps"
import { getDraft } from "@/lib/requests/drafts/get-draft"
import { seeRequest } from "@/lib/requests/get-request"
import { urgencyOf } from "@/lib/requests/urgency"
import { fileRequest } from "./file-request"
import type { Source } from "./file-sql"
import { tellFilesSql } from "./tell-files-sql"

type Filed = z.input<typeof ServiceRequest>

/**
 * Files a draft of the actor with its attachments and returns the request; if it was filed already, the request that it
 * became; null when it was discarded, or what it became is deleted. However often it is called at once, a draft is filed
 * once.
 * @throws AppError `forbidden` when the actor may not file, `conflict` when answers are missing, or are not those of the
 * version that the actor saw.
 */
export const fileDraft = (actor: Actor, which: OnDraft) =>
  fileAnswers(actor, which, (draft) => {
    const unsaved = detour(draft, "check") !== undefined && Object.keys(draft.typed).length > 0
    return unsaved ? undefined : RequestToFile.safeParse(draft.answers).data
  })

/**
 * Files what `toFile` makes of a draft of the actor, as `fileDraft` does; it gives nothing when answers are missing.
 * @throws AppError as `fileDraft` does.
 */
export async function fileAnswers(
  actor: Actor,
  which: OnDraft,
  toFile: (draft: Draft) => RequestToFile | undefined,
): Promise<Filed | null> {
  permit(actor, "request.file")
  const draft = await getDraft(actor, which)
  if (!draft) return null
  if (draft.filedAs) return unlessDeleted(actor, draft.filedAs)
  if (which.version !== undefined && which.version !== draft.version) throw changedMeanwhile("This request")
  const input = toFile(draft)
  if (!input) throw new AppError("conflict", "Some answers are missing. Check each step again.")
  const told = tellFilesSql(actor, urgencyOf(input), await toldByFiles(draft.attachments))
  try {
    return await fileRequest(actor, input, sourceOf(draft, told))
  } catch (thrown) {
    if (!(thrown instanceof AppError && thrown.code === "not_found")) throw thrown
    // Filed or discarded meanwhile, or changed: then what is there now is filed, unless its person has to see it first.
    return fileAnswers(actor, which, toFile)
  }
}

/** Claiming takes the draft at this version, which locks it against uploads and cannot be done twice. */
const sourceOf = ({ id, version }: Draft, told: (requestId: string) => SQL[]): Source => ({
  claim: sql`update ${drafts} set version = version + 1 where id = ${id} and version = ${version} returning id`,
  finish: (requestId) => [
    sql`update ${attachments} set request_id = ${requestId}, open_draft_id = null where open_draft_id = ${id}`,
    // What it has become is remembered for windows that still show it.
    sql`update ${drafts} set answers = jsonb_build_object('filedAs', ${requestId}::text), updated_at = now() where id = ${id}`,
    ...told(requestId),
  ],
})

async function unlessDeleted(actor: Actor, id: string): Promise<Filed | null> {
  try {
    return await seeRequest(actor, { id })
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === "not_found") return null
    throw thrown
  }
}
