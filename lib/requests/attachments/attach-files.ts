import { type Tx, transaction } from "@/db/client"
import type { attachments } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { takingPlace } from "@/lib/model/attachment"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen, type Status } from "@/lib/model/status"
import { seeRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { touchRequest } from "@/lib/requests/touch-request"
import { type KeptFile, placeFiles } from "@/lib/requests/uploads/claim-uploads"
import { checkRoom, heldBy, sideOf, sumOf } from "./room"
import { keepUpload, type Upload } from "./store-upload"

type Attached = { items: (typeof attachments.$inferSelect)[] }
type Seen = Awaited<ReturnType<typeof seeRequest>>

/** Runs `attach` in a transaction, which may do more. */
export type Within = (
  request: Seen,
  files: readonly KeptFile[],
  attach: (tx: Tx) => Promise<Attached>,
) => Promise<Attached>

const alone: Within = (_request, _files, attach) => transaction(attach)

/**
 * Attaches all files of an upload to an open request, or none, and returns their rows. `within` has the transaction.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when the request is not open or has too many files,
 * `invalid`, `too_large` or `unsupported_media_type` for a file that is not accepted, `insufficient_storage` when the disk is full.
 */
export async function attachFiles(actor: Actor, { id }: { id: string }, upload: Upload, within: Within = alone) {
  const seen = await seeRequest(actor, { id })
  authorize(actor, "request.attach", seen)
  checkOpen(seen.status)
  return keepUpload(actor, upload, sumOf(takingPlace(seen.attachments, sideOf(actor, seen))), (files) =>
    within(seen, files, async (tx) => ({ items: await placeOnRequest(tx, actor, id, files) })),
  )
}

/**
 * Attaches files to a request in a transaction, and returns their rows.
 * @throws AppError as `attachFiles` and `placeFiles` do
 */
export async function placeOnRequest(tx: Tx, actor: Actor, id: string, files: readonly KeptFile[]) {
  // The upload took its time; the request may have changed since.
  const request = await lockRequest(tx, id)
  authorize(actor, "request.attach", request)
  checkOpen(request.status)
  checkRoom(await heldBy(tx, { request, side: sideOf(actor, request) }), sumOf(files))
  // A key is no account: its files belong to the customer it acts for, and the event says that it was the key.
  const uploadedBy = actor.key ? request.customerId : actor.id
  const items = await placeFiles(tx, files, { requestId: id, uploadedBy })
  for (const file of items) await record(tx, actor, id, "attached", { attachmentId: file.id, name: file.name })
  await touchRequest(tx, id)
  return items
}

function checkOpen(status: Status): void {
  if (!isOpen(status)) throw new AppError("conflict", "You can only attach files while the request is open.")
}
