import { inArray, lt, sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { attachments, requestDrafts } from "@/db/schema/requests"
import { quarantineFiles } from "./quarantine"

/** Forgets requests begun and not touched for thirty days; their files go into quarantine. */
export async function sweepDrafts(): Promise<void> {
  const files = await transaction(async (tx) => {
    const old = await tx
      .select({ id: requestDrafts.customerId })
      .from(requestDrafts)
      .where(lt(requestDrafts.updatedAt, sql`now() - interval '30 days'`))
      .for("update", { skipLocked: true })
    const ids = old.map(({ id }) => id)
    if (ids.length === 0) return []
    const gone = await tx.delete(attachments).where(inArray(attachments.draftId, ids)).returning({ id: attachments.id })
    await tx.delete(requestDrafts).where(inArray(requestDrafts.customerId, ids))
    return gone
  })
  await quarantineFiles(files.map(({ id }) => id))
}
