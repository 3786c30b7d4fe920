import { and, eq, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
import { ABLE_TO_WORK } from "@/lib/dispatch/staff/member"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import type { Undoing } from "@/lib/model/event"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { isReached } from "@/lib/requests/is-reached"
import { checkVersion, lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import { acknowledge } from "./acknowledge-request"
import { separate } from "./reports/separate-report"

interface Reassignment {
  id: string
  assigneeId: string
  note?: string
  version: number
  because?: Undoing
}

/**
 * Assigns a request by hand and returns it. What the actor has assigned to this person already stays as it is. The assignee may be away or full: supervisors know what no rule does.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not assign it,
 * `conflict` when it is over, has changed since, or was given to them by others, `invalid` when nobody like that can work.
 */
export function assignRequest(actor: Actor, { id, assigneeId, note, version, because }: Reassignment) {
  return assigning(
    async (tx) => {
      const request = await lockRequest(tx, id)
      authorize(actor, "request.assign", request)
      const reached = { id, kind: "reassigned", data: { assigneeId, because }, note, version } as const
      if (request.assigneeId === assigneeId && isOpen(request.status) && (await isReached(tx, actor, reached))) return
      checkVersion(request, version)
      if (!isOpen(request.status)) throw new AppError("conflict", "Only open requests can be assigned.")
      if (request.assigneeId === assigneeId)
        throw new AppError("conflict", "The request is already assigned to this person.")
      const assignee = await findAssignee(tx, assigneeId)
      if (request.joinedTo) await separate(tx, actor, { id, joinedTo: request.joinedTo })
      await tx
        .update(serviceRequests)
        .set({ assigneeId, version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
        .where(eq(serviceRequests.id, id))
      const from = request.assigneeId ?? undefined
      const data = { assigneeId, assigneeName: assignee.name, ...(from && { from }), ...(because && { because }) }
      await record(tx, actor, id, "reassigned", data)
      if (note) await record(tx, actor, id, "noted_internally", { note })
      if (request.priority === "emergency") await offerTo(tx, actor, id, assigneeId)
    },
    (tx) => showRequest(tx, id),
  )
}

/** The new assignee of an emergency has to acknowledge it in time, even if somebody else has begun to work on it. */
async function offerTo(tx: AssignmentTx, actor: Actor, id: string, assigneeId: string) {
  await tx.execute(offerSql({ requestId: id, level: "qualified", candidate: { id: assigneeId } }))
  if (assigneeId === actor.id) await acknowledge(tx, actor, id)
}

/**
 * Returns the name of a member of staff whom requests can be assigned to by hand.
 * @throws AppError `invalid` when the id is nobody's who can work.
 */
export async function findAssignee(executor: Executor, id: string) {
  const [person] = await executor
    .select({ name: accounts.name })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(and(eq(staff.accountId, id), ABLE_TO_WORK))
  if (person) return person
  const message = "Choose an active member of staff"
  throw new AppError("invalid", message, { fields: { assigneeId: message } })
}
