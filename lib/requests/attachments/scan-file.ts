import { and, eq, inArray } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { audit } from "@/lib/platform/audit/audit"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import { isScannerSet, scan } from "@/lib/platform/scanner/clamd"
import { putAside } from "@/lib/platform/storage/put-aside"
import { openFile } from "@/lib/platform/storage/read-file"
import { tellOfFiles } from "@/lib/requests/live/tell-of-files"
import { lockRequest } from "@/lib/requests/lock-request"
import { touchRequest } from "@/lib/requests/touch-request"
import { log } from "@/lib/runtime/log"

type File = Pick<typeof attachments.$inferSelect, "id" | "requestId">

/** Who finds what is found, in the audit log. */
const SCANNER = { address: "virus scanner" } as const
const UNSCANNED = inArray(attachments.scan, ["none", "pending"])

/**
 * Has the scanner see a file. One in which nothing is found is free from then on; one with something harmful is nobody's
 * any more and is put aside for 30 days. A failure leaves the file held, and is thrown so that it is tried again.
 * @throws ScannerAway; Error when the file is missing or cannot be scanned
 */
export async function scanFile({ attachmentId: id }: Jobs["scan_file"]): Promise<void> {
  const [file] = await db
    .select({ id: attachments.id, requestId: attachments.requestId, home: attachments.home })
    .from(attachments)
    .where(and(eq(attachments.id, id), UNSCANNED))
  if (!file || !isScannerSet()) return
  const content = await openFile(id, file.home)
  if (!content) throw new Error(`The file of attachment ${id} is missing.`)
  try {
    await noteScan(file, await scan(content))
  } finally {
    content.destroy()
  }
}

async function noteScan(file: File, threat: string | undefined): Promise<void> {
  const isNoted = await transaction(async (tx) => {
    if (file.requestId) await lockRequest(tx, file.requestId)
    const [row] = await tx
      .select({ requestId: attachments.requestId, openDraftId: attachments.openDraftId, before: attachments.scan })
      .from(attachments)
      .where(and(eq(attachments.id, file.id), UNSCANNED))
      .for("update")
    if (!row) return false
    await tx
      .update(attachments)
      .set({ scan: threat ? "found" : "clean", scannedAt: new Date(), threat })
      .where(eq(attachments.id, file.id))
    // Nobody was kept from an old file: that nothing is found in it changes nothing, and its request stays as old as it is.
    const isChanged = threat !== undefined || row.before === "pending"
    if (row.requestId && isChanged) await touchRequest(tx, row.requestId)
    if (isChanged) await tellOfFiles(tx, [row])
    if (threat)
      await audit(tx, SCANNER, {
        action: "file.removed",
        subject: ["file", file.id],
        data: { requestId: row.requestId, threat },
      })
    return true
  })
  if (!threat || !isNoted) return
  log.error({ attachment: file.id, threat }, "something harmful was found in a file, which is put aside for 30 days")
  // If the process ends before this, the sweep finds a file that no row needs.
  await putAside([file.id])
}
