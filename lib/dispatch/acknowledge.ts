import { eq, type SQL, sql } from "drizzle-orm"
import { one, type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignWaiting } from "@/lib/dispatch/assignment/assign"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize, may } from "@/lib/model/policy"
import { isOpen } from "@/lib/model/status"
import { lockRequest } from "@/lib/requests/lock"
import { record } from "@/lib/requests/record"
import { showRequest } from "@/lib/requests/view"

type Request = typeof serviceRequests.$inferSelect

/**
 * Says that somebody looks after a request: whoever says so has it from then on. Of several who do so at once one does,
 * and the others are told who. Administrators, who are given no requests, can say it for whoever has it.
 */
export function acknowledgeRequest(actor: Actor, { id }: { id: string }) {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const found = await lockRequest(tx, id)
    const request = found && { ...found, offered: await offeredTo(tx, id) }
    // Whoever was asked and answers too late has seen it: that it is gone they may know.
    if (request?.assigneeId && request.offered.includes(actor.id) && !may(actor, "request.acknowledge", request))
      throw await isElsewhere(tx, id)
    authorize(actor, "request.acknowledge", request)
    if (!isOpen(request.status)) throw new AppError("conflict", "This request has already ended.")
    const isTheirs = request.assigneeId === actor.id || (actor.role === "administrator" && request.assigneeId !== null)
    const isDone = await isAcknowledged(tx, request)
    if (isDone && request.assigneeId && !isTheirs) throw await isElsewhere(tx, id)
    if (!isTheirs) await takeOver(tx, actor, request)
    if (!isDone) await acknowledge(tx, actor, id)
    if (!isTheirs) await assignWaiting(tx)
    return showRequest(tx, id)
  })
}

/** Whether somebody has said that they look after it since it came to whoever has it. Beginning work says so too. */
async function isAcknowledged(tx: Tx, { id, status }: Request): Promise<boolean> {
  const { done } = one(
    await tx.execute<{ done: boolean }>(sql`
      select coalesce((select acknowledged_at is not null from ${emergencies} where request_id = ${id}),
        ${status !== "pending"}::boolean or exists (
          select from ${requestEvents} where request_id = ${id} and kind = 'acknowledged')) as done`),
  )
  return done
}

/** Writes it down and ends the ladder. The caller holds the assignment lock. */
export async function acknowledge(tx: Tx, actor: Actor, id: string): Promise<void> {
  await record(tx, actor, id, "acknowledged", {})
  await tx.execute(acknowledging(actor, sql`request_id = ${id}`))
}

/** Of an emergency that nobody has acknowledged so far: this was it. An API key is nobody's account. */
export const acknowledging = (actor: Actor, which: SQL): SQL => sql`
  update ${emergencies} set acknowledged_by = ${authorOf(actor).actorId}::uuid, acknowledged_at = now()
  where ${which} and acknowledged_at is null`

async function takeOver(tx: Tx, actor: Actor, { id, assigneeId }: Request): Promise<void> {
  if (actor.role === "administrator") throw new AppError("conflict", "This request is unassigned. Assign it first.")
  await tx
    .update(serviceRequests)
    .set({ assigneeId: actor.id, version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
    .where(eq(serviceRequests.id, id))
  const data = { assigneeId: actor.id, assigneeName: actor.name, ...(assigneeId && { from: assigneeId }) }
  await record(tx, actor, id, "reassigned", data)
}

/** Whom an emergency was offered to so far. */
async function offeredTo(tx: Tx, id: string): Promise<string[]> {
  const [emergency] = await tx.select().from(emergencies).where(eq(emergencies.requestId, id))
  return emergency?.offered ?? []
}

async function isElsewhere(tx: Tx, id: string): Promise<AppError> {
  const { assignee, reference } = await showRequest(tx, id)
  return new AppError("conflict", `${reference} is now assigned to ${assignee?.name ?? "another person"}.`)
}
