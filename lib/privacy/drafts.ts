import { inArray, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { attachments, requestDrafts } from "@/db/schema/requests"
import type { Span } from "./rule"

const BATCH = 100

/** Forgets requests that were begun and not touched since; their files have no row then, and go with the next sweep. */
export async function* forgetDrafts(span: Span, dry: boolean): AsyncGenerator<number> {
  const old = sql`${requestDrafts.updatedAt} < now() - ${span}::interval`
  if (dry) return yield await db.$count(requestDrafts, old)
  let forgotten: number
  do {
    forgotten = await transaction(async (tx) => {
      const found = await tx
        .select({ id: requestDrafts.customerId })
        .from(requestDrafts)
        .where(old)
        .limit(BATCH)
        .for("update", { skipLocked: true })
      const ids = found.map(({ id }) => id)
      if (ids.length === 0) return 0
      await tx.delete(attachments).where(inArray(attachments.draftId, ids))
      await tx.delete(requestDrafts).where(inArray(requestDrafts.customerId, ids))
      return ids.length
    })
    yield forgotten
  } while (forgotten === BATCH)
}
