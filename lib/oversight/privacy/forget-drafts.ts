import { inArray, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { attachments, drafts, requestDrafts } from "@/db/schema/requests"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { quarantineFiles } from "@/lib/platform/storage/quarantine"
import type { RetentionSpan } from "./retention-rule"

const BATCH = 100

/** Where this release keeps drafts, and where the one before does. */
const KEPT_IN = [
  { table: drafts, id: drafts.id, fileOf: attachments.openDraftId },
  { table: requestDrafts, id: requestDrafts.customerId, fileOf: attachments.draftId },
] as const

/** Forgets requests that were begun and not touched since; their files go into quarantine. */
export async function* forgetDrafts(span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
  for (const kept of KEPT_IN) yield* forget(kept, span, dry)
}

async function* forget(
  { table, id, fileOf }: (typeof KEPT_IN)[number],
  span: RetentionSpan,
  dry: boolean,
): AsyncGenerator<number> {
  const old = sql`${table.updatedAt} < now() - ${span}::interval`
  if (dry) return yield await db.$count(table, old)
  let forgotten: number
  do {
    const done = await transaction(async (tx) => {
      const found = await tx.select({ id }).from(table).where(old).limit(BATCH).for("update", { skipLocked: true })
      const ids = found.map((row) => row.id)
      if (ids.length === 0) return { drafts: 0, files: [] }
      const gone = await deleteAttachments(tx, inArray(fileOf, ids))
      await tx.delete(table).where(inArray(id, ids))
      return { drafts: ids.length, files: gone.map((file) => file.id) }
    })
    await quarantineFiles(done.files)
    forgotten = done.drafts
    yield forgotten
  } while (forgotten === BATCH)
}
