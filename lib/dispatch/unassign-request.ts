import { sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { unassign } from "@/lib/dispatch/assignment/unassign"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { EventData } from "@/lib/model/event"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { isReached } from "@/lib/requests/is-reached"
import { checkVersion, lockRequest } from "@/lib/requests/lock-request"
import { authorSql, record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"

interface Unassignment {
  id: string
  version: number
  because?: EventData["unassigned"]["because"]
}

/**
 * Unassigns a request by hand and returns it; what the actor has unassigned already stays as it is. The rules assign it at
 * once to somebody else who is eligible, and never again to those whom it was unassigned from; until then it stands in the
 * unassigned queue.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not assign it,
 * `conflict` when it has changed since, is over, is unassigned already, or is an emergency, which always is somebody's.
 */
export const unassignRequest = (actor: Actor, change: Unassignment) => unassignByHand(actor, change, "request.assign")

/** The same for those who have another permission to do it. Throws as `unassignRequest` does. */
export function unassignByHand(
  actor: Actor,
  { id, version, because = "by_hand", reason }: Unassignment & { reason?: string },
  permission: "request.assign" | "request.return",
) {
  return assigning(
    async (tx) => {
      const request = await lockRequest(tx, id)
      authorize(actor, permission, request)
      // Who sees that somebody has it now asks for another thing.
      const mayBeReached = because === "by_hand" && !(request.assigneeId && version === request.version)
      if (mayBeReached && (await isReached(tx, actor, { id, kind: "unassigned", data: { because }, version }))) return
      checkVersion(request, version)
      if (!isOpen(request.status)) throw new AppError("conflict", "Only open requests can be unassigned.")
      if (!request.assigneeId) throw new AppError("conflict", "The request is already unassigned.")
      if (request.priority === "emergency")
        throw new AppError("conflict", "Emergencies cannot be unassigned. Assign it to someone else.")
      await unassign(tx, sql`${serviceRequests.id} = ${id}`, authorSql(actor), because)
      if (reason) await record(tx, actor, id, "noted_internally", { note: reason })
    },
    (tx) => showRequest(tx, id),
  )
}
