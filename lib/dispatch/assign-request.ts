import { and, eq, sql } from "drizzle-orm"
import { type Executor, type Tx, transaction } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import { assignWaiting } from "@/lib/dispatch/assignment/assign"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { offering } from "@/lib/dispatch/escalation/offer"
import { ableToWork } from "@/lib/dispatch/staff/member"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { checkVersion, lockRequest } from "@/lib/requests/lock"
import { record } from "@/lib/requests/record"
import { showRequest } from "@/lib/requests/view"
import { acknowledge } from "./acknowledge"

interface Assign {
  id: string
  assigneeId: string
  note?: string
  version: number
}

/** Gives a request to somebody by hand, who may be away or full: supervisors know what no rule does. */
export function assignRequest(actor: Actor, { id, assigneeId, note, version }: Assign) {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const request = await lockRequest(tx, id)
    authorize(actor, "request.assign", request)
    checkVersion(request, version)
    if (!isOpen(request.status)) throw new AppError("conflict", "Only open requests can be assigned.")
    if (request.assigneeId === assigneeId)
      throw new AppError("conflict", "The request is already assigned to this person.")
    const assignee = await findAssignee(tx, assigneeId)
    await tx
      .update(serviceRequests)
      .set({ assigneeId, version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
      .where(eq(serviceRequests.id, id))
    const from = request.assigneeId ?? undefined
    const data = { assigneeId, assigneeName: assignee.name, ...(from && { from }) }
    await record(tx, actor, id, "reassigned", data)
    if (note) await record(tx, actor, id, "noted", { note }, false)
    if (request.priority === "emergency") await ask(tx, actor, id, assigneeId)
    await assignWaiting(tx)
    return showRequest(tx, id)
  })
}

/** Whoever is given an emergency has to say that they have it, in time, also when somebody else has begun to work on it. */
async function ask(tx: Tx, actor: Actor, id: string, assigneeId: string) {
  await tx.execute(offering({ requestId: id, rung: "qualified", person: { id: assigneeId } }))
  if (assigneeId === actor.id) await acknowledge(tx, actor, id)
}

/** Whoever can be given something by hand. */
export async function findAssignee(executor: Executor, id: string) {
  const [person] = await executor
    .select({ name: accounts.name })
    .from(staff)
    .innerJoin(accounts, eq(accounts.id, staff.accountId))
    .where(and(eq(staff.accountId, id), ableToWork))
  if (person) return person
  const message = "Choose an active member of staff"
  throw new AppError("invalid", message, { fields: { assigneeId: message } })
}
