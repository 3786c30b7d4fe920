import { eq } from "drizzle-orm"
import { db, type Tx, transaction } from "@/db/client"
import { attachments, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize, may } from "@/lib/model/policy"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { seeRequest } from "@/lib/requests/get-request"
import { lockRequest } from "@/lib/requests/lock-request"
import { sentBy } from "@/lib/requests/pictures/sent-by"
import { record } from "@/lib/requests/record-event"
import { DELETABLE } from "@/lib/requests/select-requests"
import { touchRequest } from "@/lib/requests/touch-request"
import type { FileToRemove } from "./contract"
import { forgetName } from "./forget-name"
import { isInTime } from "./removal-of"

type File = typeof attachments.$inferSelect

/**
 * Removes a file from a request for good: its row, its name in the history, its pictures, and what is stored of all of them.
 * Whoever sent it does so for themselves, a supervisor for a reason. The timeline says that a file was removed, and not which.
 * @throws AppError `not_found` when it is attached to no request that the actor may see, or was removed; `forbidden` by
 *   policy; `invalid` without a reason where one is needed; `conflict` when it is too late, or the scanner has removed it
 */
export async function removeAttachment(actor: Actor, { id, reason }: FileToRemove): Promise<void> {
  const [found] = await db.select().from(attachments).where(eq(attachments.id, id))
  const seen = found?.requestId ? await seeRequest(actor, { id: found.requestId }) : undefined
  authorize(actor, "request.detach", seen)
  const isOwn = found !== undefined && (await isSentBy(actor, found))
  const gone = await transaction(async (tx) => {
    const locked = await lockRequest(tx, seen.id)
    // Whoever has the emergency that a report has joined has the report.
    const request = locked?.joinedTo ? { ...locked, assigneeId: seen.assigneeId } : locked
    authorize(actor, isOwn ? "request.detach" : "request.detach-any", request)
    const [file] = await tx.select().from(attachments).where(eq(attachments.id, id)).for("update")
    if (!file || file.requestId !== request.id)
      throw new AppError("not_found", "This file was removed, or you do not have access to it.")
    if (file.scan === "found")
      throw new AppError("conflict", `“${file.name}” was removed: it contains something harmful.`)
    if (!isOwn && !reason) throw new AppError("invalid", UNEXPLAINED, { fields: { reason: UNEXPLAINED } })
    if (!may(actor, "request.detach-any", request)) {
      const deletable = await isDeletable(tx, request.id)
      if (!isInTime(actor, { ...request, deletable }, file)) throw tooLate(actor, request)
    }
    const files = await deleteAttachments(tx, eq(attachments.id, id))
    await forgetName(tx, { id, requestId: request.id })
    await record(tx, actor, request.id, "detached", {
      attachmentId: id,
      ...(file.messageId && { messageId: file.messageId }),
      ...(reason && { reason }),
    })
    await touchRequest(tx, request.id)
    return files
  })
  // What a store that is away keeps is deleted by the sweep.
  await discardFiles(gone.map((it) => it.id))
}

const UNEXPLAINED = "Choose why you remove it"

/** What a key or an email brought for a customer is the customer's. A key has sent what its event says. */
const isSentBy = async (actor: Actor, { id, uploadedBy }: File): Promise<boolean> =>
  actor.key ? (await sentBy(actor, [id])).has(id) : uploadedBy === actor.id

const isDeletable = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.select({ deletable: DELETABLE }).from(serviceRequests).where(eq(serviceRequests.id, id)))[0]?.deletable ===
  true

const tooLate = (actor: Actor, { customerId }: { customerId: string }) =>
  new AppError(
    "conflict",
    actor.key || actor.id === customerId
      ? "It is too late to remove this file: we have started work. Contact us if it must be removed."
      : "This request has ended. Ask a supervisor to remove the file.",
  )
