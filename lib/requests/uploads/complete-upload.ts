import { eq, sql } from "drizzle-orm"
import { db, one, type Tx, transaction } from "@/db/client"
import { isUnavailable } from "@/db/errors"
import { uploads } from "@/db/schema/uploads"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { insertAttachments } from "@/lib/requests/attachments/insert-attachments"
import { checkTotal } from "@/lib/requests/attachments/quotas"
import type { ReadyUpload } from "./contract"
import { type JudgedUpload, judgeSent } from "./judge-sent"
import { isOwnSql, type OwnUpload, readOwnUpload } from "./own-uploads"

/**
 * Judges what was sent for an upload of the actor, and keeps it if it is accepted. However often and at once it is called,
 * the first judgement stays.
 * @throws AppError `not_found`; `conflict` when nothing has arrived; `invalid`, `too_large` or `unsupported_media_type` for
 *   a file that is not accepted; `insufficient_storage` or `unavailable` when the store cannot be used, and nothing is lost
 */
export async function completeUpload(actor: Actor, { id }: { id: string }): Promise<ReadyUpload> {
  permit(actor, "request.attach")
  const before = await readOwnUpload(db, actor, id)
  if (isJudged(before)) return answerOf(before)
  const shared = underWay.get(id) ?? complete(actor, before).finally(() => underWay.delete(id))
  underWay.set(id, shared)
  return answerOf(await shared)
}

/** The completions of this process: a file is copied and judged once for all who ask meanwhile. */
const underWay = new Map<string, Promise<OwnUpload>>()

async function complete(actor: Actor, { upload }: OwnUpload): Promise<OwnUpload> {
  const { id } = upload
  const judgement = await judgeSent(upload)
  // Where nothing is left, another process may have taken it.
  if (!judgement) return readOwnUpload(db, actor, id)
  const after = await keepFirst(actor, id, judgement)
  await discardFiles(after.file?.id === judgement.fileId ? [id] : [id, judgement.fileId])
  return after
}

const isJudged = ({ upload, file }: OwnUpload): boolean => file !== null || upload.refusal !== null

function answerOf({ upload: { id, refusal }, file }: OwnUpload): ReadyUpload {
  if (refusal) throw new AppError(refusal.code, refusal.message)
  if (!file) throw new AppError("conflict", "The file has not arrived yet. Send it, then complete the upload again.")
  const { name, mediaType, bytes, sha256 } = file
  return { id, name, mediaType, bytes, sha256 }
}

/** Writes a judgement down unless there is one, and returns the upload as it stands then. */
async function keepFirst(actor: Actor, id: string, judgement: JudgedUpload): Promise<OwnUpload> {
  try {
    return await transaction(async (tx) => {
      const mine = sql`${isOwnSql(actor)} and ${eq(uploads.id, id)}`
      await tx.select({ id: uploads.id }).from(uploads).where(mine).for("update")
      const now = await readOwnUpload(tx, actor, id)
      return isJudged(now) ? now : writeDown(tx, actor, now, judgement)
    })
  } catch (thrown) {
    // Whether an unanswered write happened is not known; the sweep will tell.
    if (!isUnavailable(thrown)) await discardFiles([judgement.fileId])
    throw thrown
  }
}

async function writeDown(tx: Tx, actor: Actor, { upload }: OwnUpload, judgement: JudgedUpload): Promise<OwnUpload> {
  const { fileId, refusal, judged } = judgement
  if (!judged) {
    const rows = await tx.update(uploads).set({ refusal }).where(eq(uploads.id, upload.id)).returning()
    return { upload: one(rows), file: null }
  }
  await checkTotal(judged.bytes, upload.id, tx)
  const row = { ...judged, id: fileId, name: upload.name, home: upload.home, uploadId: upload.id }
  const uploadedBy = actor.key ? null : actor.id
  return {
    upload,
    file: one(await insertAttachments(tx, [{ ...row, uploadedBy }])),
  }
}
