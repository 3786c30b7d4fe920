import { inArray, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { uploads } from "@/db/schema/uploads"
import { deleteAttachments } from "./delete-attachments"
import { discardFiles } from "./quarantine"

/** So many rows at a time lose their files: a process that is killed in between leaves no more behind. */
const A_ROUND = 50

/** Deletes uploads that were begun more than a day ago and that nobody has attached, with what was sent. Returns how many. */
export async function sweepUploads(now: number): Promise<number> {
  let swept = 0
  for (let round = A_ROUND; round === A_ROUND; swept += round) round = await sweepSome(now)
  return swept
}

async function sweepSome(now: number): Promise<number> {
  const { ids, files } = await transaction(async (tx) => {
    const old = await tx
      .select({ id: uploads.id })
      .from(uploads)
      .where(sql`${uploads.createdAt} < ${new Date(now).toISOString()}::timestamptz - interval '24 hours'`)
      .limit(A_ROUND)
      // One that is being attached at this moment is left to that.
      .for("update", { skipLocked: true })
    const ids = old.map(({ id }) => id)
    if (ids.length === 0) return { ids, files: [] }
    const gone = await deleteAttachments(tx, inArray(attachments.uploadId, ids))
    await tx.delete(uploads).where(inArray(uploads.id, ids))
    return { ids, files: gone.map(({ id }) => id) }
  })
  await discardFiles([...ids, ...files])
  return ids.length
}
