import { eq } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { attachments, serviceRequests } from "@/db/schema/requests"
import { assignWaiting, lockAssignment } from "@/lib/assignment/assign"
import { discardFiles } from "@/lib/attachments/store"
import type { Actor } from "@/lib/auth/actor"
import { AppError } from "@/lib/errors"
import { authorize } from "@/lib/policy"
import { lockRequest } from "./lock"
import { record } from "./record"
import { DELETABLE } from "./view"

/** Deletes a pending request with its attachments. Its events stay, and say who deleted it and when. */
export async function deleteRequest(actor: Actor, { id }: { id: string }): Promise<void> {
  const files = await transaction(async (tx) => {
    await lockAssignment(tx)
    const request = await lockRequest(tx, id)
    authorize(actor, "request.delete", request)
    const { deletable } = one(
      await tx.select({ deletable: DELETABLE }).from(serviceRequests).where(eq(serviceRequests.id, id)),
    )
    if (!deletable) throw new AppError("conflict", "Somebody is working on this request, so it cannot be deleted.")
    const gone = await tx.delete(attachments).where(eq(attachments.requestId, id)).returning({ id: attachments.id })
    await tx.delete(serviceRequests).where(eq(serviceRequests.id, id))
    const { reference, title, customerId } = request
    await record(tx, actor, id, "deleted", { reference, title, customerId })
    await assignWaiting(tx)
    return gone
  })
  // Should this not happen, the sweep finds files without a row.
  await discardFiles(files)
}
