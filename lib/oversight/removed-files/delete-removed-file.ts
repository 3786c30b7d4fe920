import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import { type Actor, authorOf } from "@/lib/model/actor"
import { audit } from "@/lib/platform/audit/audit"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { forgetName } from "@/lib/requests/attachments/forget-name"
import { tellOfFiles } from "@/lib/requests/live/tell-of-files"
import { touchRequest } from "@/lib/requests/touch-request"
import type { RemovedFileToDecide } from "./contract"
import { lockRemovedFile } from "./lock-removed-file"

/**
 * Deletes a file that was removed: its row, its name in the history, and its content from wherever it is kept.
 * @throws AppError as `lockRemovedFile` does
 */
export async function deleteRemovedFile(
  actor: Actor,
  { id, reason }: Pick<RemovedFileToDecide, "id" | "reason">,
): Promise<void> {
  const gone = await transaction(async (tx) => {
    const file = await lockRemovedFile(tx, id)
    const files = await deleteAttachments(tx, eq(attachments.id, id))
    if (file.requestId) {
      await forgetName(tx, { id, requestId: file.requestId })
      await touchRequest(tx, file.requestId)
    }
    await tellOfFiles(tx, [file])
    await audit(tx, authorOf(actor), {
      action: "file.deleted",
      subject: ["file", id],
      data: { requestId: file.requestId, reason },
    })
    return files
  })
  // What a store that is away keeps is deleted by the sweep.
  await discardFiles(gone.map((it) => it.id))
}
