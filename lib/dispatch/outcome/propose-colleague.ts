import { transaction } from "@/db/client"
import { findAssignee } from "@/lib/dispatch/assign-request"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import { touchRequest } from "@/lib/requests/touch-request"
import type { Proposal } from "./contract"

/**
 * Says which colleague should have an open request instead, and why, for supervisors to decide. Returns the request, which
 * stays with whoever has it.
 * @throws AppError `not_found` or `forbidden` by policy, `conflict` when it is over or theirs already, `invalid` when nobody
 * like that can work.
 */
export function proposeColleague(actor: Actor, { id, assigneeId, reason }: Proposal) {
  return transaction(async (tx) => {
    const request = await lockRequest(tx, id)
    authorize(actor, "request.propose", request)
    if (!isOpen(request.status)) throw new AppError("conflict", "Only open requests can be assigned.")
    if (request.assigneeId === assigneeId)
      throw new AppError("conflict", "The request is already assigned to this person.")
    const { name } = await findAssignee(tx, assigneeId)
    await record(tx, actor, id, "proposed", { assigneeId, assigneeName: name, reason }, false)
    await touchRequest(tx, id)
    return showRequest(tx, id)
  })
}
