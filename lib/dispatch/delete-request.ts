import { and, eq, sql } from "drizzle-orm"
import { attachments, serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { followLeadSql, LEAD_DELETED } from "@/lib/dispatch/reports/follow-lead-sql"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { deleteAttachments } from "@/lib/platform/storage/delete-attachments"
import { quarantineSoon } from "@/lib/platform/storage/quarantine"
import { lockRequest } from "@/lib/requests/lock-request"
import { forgetPremises } from "@/lib/requests/premises/forget-premises"
import { authorSql, record } from "@/lib/requests/record-event"
import { DELETABLE } from "@/lib/requests/select-requests"

/**
 * Deletes a request that nobody works on yet, with its attachments. Its events stay, and say who deleted it and when.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not delete it,
 * `conflict` when it is over or somebody works on it.
 */
export async function deleteRequest(actor: Actor, { id }: { id: string }): Promise<void> {
  const files = await assigning(async (tx) => {
    const request = await lockRequest(tx, id)
    authorize(actor, "request.delete", request)
    if (!isOpen(request.status)) throw new AppError("conflict", "This request has ended, so it cannot be deleted.")
    const mayGo = and(eq(serviceRequests.id, id), DELETABLE)
    if ((await tx.select({ id: serviceRequests.id }).from(serviceRequests).where(mayGo)).length === 0)
      throw new AppError("conflict", "Work on this request has started, so it cannot be deleted.")
    const gone = await deleteAttachments(tx, eq(attachments.requestId, id))
    const lead = sql`select ${id}::uuid`
    if (request.priority === "emergency")
      await tx.execute(followLeadSql({ by: authorSql(actor), leads: lead, to: "cancelled", note: LEAD_DELETED }))
    const [row] = await tx
      .delete(serviceRequests)
      .where(eq(serviceRequests.id, id))
      .returning({ premisesId: serviceRequests.premisesId })
    if (row?.premisesId) await forgetPremises(tx, sql`select ${row.premisesId}::uuid`)
    const { reference, title, customerId, assigneeId } = request
    await record(tx, actor, id, "deleted", { reference, title, customerId, ...(assigneeId && { assigneeId }) })
    return gone
  })
  // If the process ends before this, the sweep finds the files without a row.
  await quarantineSoon(files.map(({ id }) => id))
}
