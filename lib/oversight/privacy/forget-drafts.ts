import { inArray, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { attachments, requestDrafts } from "@/db/schema/requests"
import { quarantineFiles } from "@/lib/platform/storage/quarantine"
import type { RetentionSpan } from "./retention-rule"

const BATCH = 100

/** Forgets requests that were begun and not touched since; their files go into quarantine. */
export async function* forgetDrafts(span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
  const old = sql`${requestDrafts.updatedAt} < now() - ${span}::interval`
  if (dry) return yield await db.$count(requestDrafts, old)
  let forgotten: number
  do {
    const done = await transaction(async (tx) => {
      const found = await tx
        .select({ id: requestDrafts.customerId })
        .from(requestDrafts)
        .where(old)
        .limit(BATCH)
        .for("update", { skipLocked: true })
      const ids = found.map(({ id }) => id)
      if (ids.length === 0) return { drafts: 0, files: [] }
      const gone = await tx
        .delete(attachments)
        .where(inArray(attachments.draftId, ids))
        .returning({ id: attachments.id })
      await tx.delete(requestDrafts).where(inArray(requestDrafts.customerId, ids))
      return { drafts: ids.length, files: gone.map(({ id }) => id) }
    })
    await quarantineFiles(done.files)
    forgotten = done.drafts
    yield forgotten
  } while (forgotten === BATCH)
}
