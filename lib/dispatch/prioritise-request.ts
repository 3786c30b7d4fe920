import { eq, sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import type { Actor } from "@/lib/model/actor"
import { PRIORITY_NAMES, type Priority } from "@/lib/model/category"
import { AppError } from "@/lib/model/errors"
import type { Undoing } from "@/lib/model/event"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { isReached } from "@/lib/requests/is-reached"
import { checkVersion, lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"

interface Prioritisation {
  id: string
  priority: Exclude<Priority, "emergency">
  /** Left out only to undo. */
  reason?: string
  version: number
  because?: Undoing
}

/**
 * Changes how urgent an open request is, for a reason that staff read, and returns it. Its clocks are looked at again, and
 * the queue is assigned in its new order. What the actor has changed to this already stays as it is.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not change its priority,
 * `conflict` when it is over, has changed since, is that urgent already, or is an emergency.
 */
export function prioritiseRequest(actor: Actor, { id, priority, reason, version, because }: Prioritisation) {
  return assigning(
    async (tx) => {
      const request = await lockRequest(tx, id)
      authorize(actor, "request.prioritise", request)
      const from = request.priority
      const reached = { id, kind: "prioritised", data: { to: priority, reason, because }, version } as const
      if (from === priority && isOpen(request.status) && (await isReached(tx, actor, reached))) return
      checkVersion(request, version)
      if (!isOpen(request.status)) throw new AppError("conflict", "Only open requests can change their priority.")
      if (from === "emergency")
        throw new AppError("conflict", "This request is an emergency. Its priority cannot be changed.")
      if (from === priority)
        throw new AppError("conflict", `The priority is already ${PRIORITY_NAMES[priority].toLowerCase()}.`)
      await tx
        .update(serviceRequests)
        .set({ priority, version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
        .where(eq(serviceRequests.id, id))
      await record(
        tx,
        actor,
        id,
        "prioritised",
        { from, to: priority, ...(reason && { reason }), ...(because && { because }) },
        false,
      )
    },
    (tx) => showRequest(tx, id),
  )
}
