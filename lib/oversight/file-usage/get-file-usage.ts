import { desc, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { MAX_ATTACHMENTS } from "@/lib/model/attachment"
import { permit } from "@/lib/model/policy"
import { isScannerSet } from "@/lib/platform/scanner/clamd"
import { fileLimits, requestLimit } from "@/lib/platform/storage/file-limits"
import { countHeld } from "@/lib/requests/attachments/count-held"
import { dayLimit, totalLimit } from "@/lib/requests/attachments/quotas"
import { readTotal } from "@/lib/requests/attachments/tallies"

const SHOWN = 20

/**
 * How much attachments take up in all, how much they may, and what the virus scanner has to say.
 * @throws AppError `forbidden` by policy
 */
export async function getFileUsage(actor: Actor) {
  permit(actor, "stored-file.read")
  const [total, held, removed] = await Promise.all([readTotal(), countHeld(), lastRemoved()])
  return {
    ...total,
    limits: {
      ...fileLimits(),
      filesOfRequest: MAX_ATTACHMENTS,
      request: requestLimit(),
      day: dayLimit(),
      all: totalLimit() ?? null,
    },
    scanner: isScannerSet(),
    held,
    removed,
  }
}

/** Written out, because PostgreSQL uses the index of these files only for the very same predicate. */
const lastRemoved = () =>
  db
    .select({
      id: attachments.id,
      requestId: attachments.requestId,
      name: attachments.name,
      threat: sql<string>`coalesce(${attachments.threat}, '')`,
      removedAt: sql<Date>`${attachments.scannedAt}`.mapWith(attachments.scannedAt),
    })
    .from(attachments)
    .where(sql`scan = 'found'`)
    .orderBy(desc(attachments.scannedAt))
    .limit(SHOWN)
