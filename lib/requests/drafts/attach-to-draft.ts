import { and, eq, isNull } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { attachments, drafts } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { quarantineSoon } from "@/lib/platform/storage/quarantine"
import { checkRoom, heldBy, sumOf } from "@/lib/requests/attachments/room"
import { keepUpload, type Upload } from "@/lib/requests/attachments/store-upload"
import { type KeptFile, placeFiles } from "@/lib/requests/uploads/claim-uploads"
import { isOwnDraftSql, lockDraft, sentOrDiscarded } from "./lock-draft"
import { readStored } from "./stored-draft"

/** Attaches files to the request that a draft has become. */
type OnceSent = (requestId: string, files: readonly KeptFile[]) => Promise<unknown>

/**
 * Attaches uploaded files to a draft of the actor. Once it was sent, also during the upload, they go to `onceSent`.
 * @throws AppError `forbidden` when the actor may not file, `not_found` when the draft was discarded, or sent and there is
 * no `onceSent`, and whatever `keepUpload` throws for files that cannot be kept.
 */
export async function attachToDraft(
  actor: Actor,
  { draft }: { draft: string },
  upload: Upload,
  onceSent?: OnceSent,
): Promise<void> {
  permit(actor, "request.file")
  const sentAs = await requestOfDraft(actor, draft)
  // In no transaction: that would keep the answer of a call that has not done anything yet.
  const held = await heldBy(
    db,
    sentAs ? { request: { id: sentAs, customerId: actor.id }, side: "customer" } : { draft },
  )
  await keepUpload(actor, upload, held, async (files) => {
    const requestId = sentAs ?? (await placeOnDraft(actor, draft, files))
    if (!requestId) return
    if (!onceSent) throw sentOrDiscarded()
    await onceSent(requestId, files)
  })
}

/** Attaches files to a draft; or, where it was sent, leaves them and returns the request that it has become. */
async function placeOnDraft(actor: Actor, draft: string, files: readonly KeptFile[]): Promise<string | undefined> {
  try {
    await transaction(async (tx) => {
      await lockDraft(tx, actor, draft)
      checkRoom(await heldBy(tx, { draft }), sumOf(files))
      await placeFiles(tx, files, { openDraftId: draft, uploadedBy: actor.id })
    })
  } catch (thrown) {
    const isGone = thrown instanceof AppError && thrown.code === "not_found"
    const sentAs = isGone ? await requestOfDraft(actor, draft) : undefined
    if (!sentAs) throw thrown
    return sentAs
  }
}

/**
 * Returns the request that a draft of the actor has become, if it was sent.
 * @throws AppError `not_found` when the actor has no such draft
 */
async function requestOfDraft(actor: Actor, id: string): Promise<string | undefined> {
  const [draft] = await db.select().from(drafts).where(isOwnDraftSql(actor, id))
  if (!draft) throw sentOrDiscarded()
  return readStored(draft).filedAs
}

/**
 * Removes a file from a draft of the actor and returns its name; one that is not there is ignored.
 * @throws AppError `forbidden` when the actor may not file.
 */
export async function detachFromDraft(actor: Actor, { draft, id }: { draft: string; id: string }) {
  permit(actor, "request.file")
  const mine = and(eq(attachments.uploadedBy, actor.id), isNull(attachments.requestId))
  const theirs = and(eq(attachments.id, id), eq(attachments.openDraftId, draft), mine)
  const { file, files } = await transaction(async (tx) => {
    const [file] = await tx.select({ name: attachments.name }).from(attachments).where(theirs)
    return { file, files: await deleteAttachments(tx, theirs) }
  })
  await quarantineSoon(files.map(({ id }) => id))
  return { draft, name: file?.name }
}
