import { eq, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { isReached } from "@/lib/requests/is-reached"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import { assigneeOrLeads } from "./lead-assignee"
import { separatedSql } from "./separated-sql"

/**
 * Has an emergency that joined another handled on its own: it is offered to candidates at once. Returns the request; what the
 * actor has separated already stays as it is.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not separate it,
 * `conflict` when it has ended or has joined no other.
 */
export function separateReport(actor: Actor, { id }: { id: string }) {
  return assigning(
    async (tx) => {
      const found = await lockRequest(tx, id)
      const request = found && { ...found, assigneeId: await assigneeOrLeads(tx, found) }
      authorize(actor, "request.separate", request)
      if (!isOpen(request.status)) throw new AppError("conflict", "This request has already ended.")
      if (!request.joinedTo && (await isReached(tx, actor, { id, kind: "separated", data: {} }))) return
      if (!request.joinedTo) throw new AppError("conflict", "This request is already handled on its own.")
      await separate(tx, actor, { id, joinedTo: request.joinedTo })
    },
    (tx) => showRequest(tx, id),
  )
}

/** Writes down that a report is handled on its own. An emergency without an assignee is escalated with the queue. */
export async function separate(tx: AssignmentTx, actor: Actor, { id, joinedTo }: { id: string; joinedTo: string }) {
  await tx.execute(sql`
    with ${separatedSql(sql`select ${id}::uuid`)}
    update ${serviceRequests} set joined_to = null, version = version + 1, updated_at = now() where ${eq(serviceRequests.id, id)}`)
  await record(tx, actor, id, "separated", { from: joinedTo })
}
