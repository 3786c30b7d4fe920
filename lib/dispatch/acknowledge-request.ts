import { eq, type SQL, sql } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { type AssignmentTx, lockAssignment } from "@/lib/dispatch/assignment/lock"
import { endRemindersSql } from "@/lib/dispatch/escalation/notify-supervisors-sql"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize, may } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { canTake } from "@/lib/requests/can-take"
import { lockRequest } from "@/lib/requests/lock-request"
import { record } from "@/lib/requests/record-event"
import { showRequest } from "@/lib/requests/select-requests"
import { touchRequest } from "@/lib/requests/touch-request"
import { assigneeOrLeads } from "./reports/lead-assignee"
import { releaseReports } from "./reports/release-reports"
import { separate } from "./reports/separate-report"

type Request = typeof serviceRequests.$inferSelect

/**
 * Says that the actor looks after a request, makes them its assignee if they are not, and returns the request. Of several
 * who do so at once one succeeds. Administrators, who are never assigned requests, acknowledge for the assignee.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not acknowledge it,
 * `conflict` when it is over or somebody else has it.
 */
export function acknowledgeRequest(actor: Actor, { id }: { id: string }) {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const { frees } = await takeRequest(tx, actor, id)
    if (frees) await assignQueue(tx)
    return showRequest(tx, id)
  })
}

/**
 * Does what `acknowledgeRequest` does and throws as it does, for verbs that go on. Returns whether
 * something can be assigned now: somebody else may have spare capacity, or reports are on their own.
 */
export async function takeRequest(tx: AssignmentTx, actor: Actor, id: string): Promise<{ frees: boolean }> {
  const found = await lockRequest(tx, id)
  const isDone = found !== undefined && (await isAcknowledged(tx, found))
  const couldTake = await canTake(tx, actor.id, id)
  const openTo = couldTake && !isDone ? [actor.id] : []
  const request = found && { ...found, openTo, assigneeId: await assigneeOrLeads(tx, found), row: found }
  // They could take it and have seen it, so they may be told who has it now.
  if (request?.assigneeId && couldTake && !may(actor, "request.acknowledge", request)) throw await isElsewhere(tx, id)
  authorize(actor, "request.acknowledge", request)
  const { assigneeId, joinedTo, status } = request.row
  if (!isOpen(status)) throw new AppError("conflict", "This request has already ended.")
  const isTheirs = assigneeId === actor.id || (actor.role === "administrator" && assigneeId !== null)
  if (isDone && assigneeId && !isTheirs) throw await isElsewhere(tx, id)
  if (!isTheirs) await takeOver(tx, actor, request.row)
  if (joinedTo) {
    await separate(tx, actor, { id, joinedTo })
    await tx.execute(offerSql({ requestId: id, level: "qualified", candidate: { id: actor.id } }))
  }
  if (!isDone) await acknowledge(tx, actor, id)
  const releases = request.row.priority === "emergency" && (await releaseReports(tx, id))
  return { frees: !isTheirs || releases }
}

/** Whether the current assignee has acknowledged it. Beginning work acknowledges, too. */
async function isAcknowledged(tx: Tx, { id, status }: Request): Promise<boolean> {
  const { done } = one(
    await tx.execute<{ done: boolean }>(sql`
      select coalesce((select acknowledged_at is not null from ${emergencies} where request_id = ${id}),
        ${status !== "pending"}::boolean or exists (
          select from ${requestEvents} where request_id = ${id} and kind = 'acknowledged')) as done`),
  )
  return done
}

/** Writes down that the actor acknowledges a request; an emergency is escalated no further. */
export async function acknowledge(tx: AssignmentTx, actor: Actor, id: string): Promise<void> {
  await record(tx, actor, id, "acknowledged", {})
  await touchRequest(tx, id)
  await tx.execute(acknowledgeSql(actor, sql`request_id = ${id}`))
  await tx.execute(endRemindersSql(sql`${id}::uuid`))
}

/** Marks emergencies that are not acknowledged yet as acknowledged by the actor; by nobody when it is an API key. */
export const acknowledgeSql = (actor: Actor, which: SQL): SQL => sql`
  update ${emergencies} set acknowledged_by = ${authorOf(actor).actorId}::uuid, acknowledged_at = now()
  where ${which} and acknowledged_at is null`

async function takeOver(tx: AssignmentTx, actor: Actor, { id, assigneeId }: Request): Promise<void> {
  if (actor.role === "administrator") throw new AppError("conflict", "This request is unassigned. Assign it first.")
  await tx
    .update(serviceRequests)
    .set({ assigneeId: actor.id, version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
    .where(eq(serviceRequests.id, id))
  const data = { assigneeId: actor.id, assigneeName: actor.name, ...(assigneeId && { from: assigneeId }) }
  await record(tx, actor, id, "reassigned", data)
}

async function isElsewhere(tx: Tx, id: string): Promise<AppError> {
  const { assignee, reference } = await showRequest(tx, id)
  return new AppError("conflict", `${reference} is now assigned to ${assignee?.name ?? "another person"}.`)
}
