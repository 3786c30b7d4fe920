import { count, eq } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen, type Status } from "@/lib/model/status"
import type { StoredFile } from "@/lib/platform/storage/store-file"
import { getRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { touchRequest } from "@/lib/requests/touch-request"
import { checkRoom, keepUpload, type Upload } from "./store-upload"

type Attached = { items: (typeof attachments.$inferSelect)[] }
type Seen = Awaited<ReturnType<typeof getRequest>>

/** Runs `attach` in a transaction, which may do more. */
type Within = (request: Seen, files: readonly StoredFile[], attach: (tx: Tx) => Promise<Attached>) => Promise<Attached>

const alone: Within = (_request, _files, attach) => transaction(attach)

/**
 * Attaches all files of an upload to an open request, or none, and returns their rows. `within` has the transaction.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when the request is not open or has too many files,
 * `invalid`, `too_large` or `unsupported_media_type` for a file that is not accepted, `insufficient_storage` when the disk is full.
 */
export async function attachFiles(actor: Actor, { id }: { id: string }, upload: Upload, within: Within = alone) {
  const seen = await getRequest(actor, { id })
  authorize(actor, "request.attach", seen)
  checkOpen(seen.status)
  return keepUpload(actor, upload, seen.attachments.length, (files) =>
    within(seen, files, async (tx) => {
      // The upload took its time; the request may have changed since.
      const request = await lockRequest(tx, id)
      authorize(actor, "request.attach", request)
      checkOpen(request.status)
      const [held] = await tx.select({ files: count() }).from(attachments).where(eq(attachments.requestId, id))
      checkRoom((held?.files ?? 0) + files.length)
      // A key is no account: its files belong to the customer it acts for, and the event says that it was the key.
      const uploadedBy = actor.key ? request.customerId : actor.id
      const rows = files.map((file) => ({ ...file, requestId: id, uploadedBy }))
      const items = await tx.insert(attachments).values(rows).returning()
      for (const file of items) await record(tx, actor, id, "attached", { attachmentId: file.id, name: file.name })
      await touchRequest(tx, id)
      return { items }
    }),
  )
}

function checkOpen(status: Status): void {
  if (!isOpen(status)) throw new AppError("conflict", "You can only attach files while the request is open.")
}
