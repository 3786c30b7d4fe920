import { eq, type SQL, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { type AssignmentTx, lockAssignment } from "@/lib/dispatch/assignment/lock"
import type { Acknowledgement } from "@/lib/dispatch/escalation/contract"
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
import { isNews, readLadder } from "./escalation/read-ladder"
import { assigneeOrLeads } from "./reports/lead-assignee"
import { releaseReports } from "./reports/release-reports"
import { separate } from "./reports/separate-report"

type Request = typeof serviceRequests.$inferSelect

/**
 * Says that the actor looks after a request, makes them its assignee if they are not, and returns the request. Of several
 * who do so at once one succeeds. Administrators, who are never assigned requests, acknowledge for the assignee; so do
 * supervisors for one who was asked again. Nobody confirms what they have not read: an emergency that has told of more
 * since the version they saw becomes theirs, if nobody has it, and they are asked to confirm that.
 * @throws AppError `not_found` when the actor may not see the request, `forbidden` when they may not acknowledge it,
 * `conflict` when it is over, somebody else has it, or whoever has it has not read what came since.
 */
export function acknowledgeRequest(actor: Actor, { id, version }: Acknowledgement) {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const { frees } = await takeRequest(tx, actor, { id, version })
    if (frees) await assignQueue(tx)
    return showRequest(tx, id)
  })
}

/**
 * Does what `acknowledgeRequest` does and throws as it does, for verbs that go on. Returns whether
 * something can be assigned now: somebody else may have spare capacity, or reports are on their own.
 */
export async function takeRequest(
  tx: AssignmentTx,
  actor: Actor,
  { id, version: seen }: Acknowledgement,
): Promise<{ frees: boolean }> {
  const found = await lockRequest(tx, id)
  const { isDone, askedAgain, toldVersion } = await readLadder(tx, found)
  const couldTake = await canTake(tx, actor.id, id)
  const openTo = couldTake && !isDone && !askedAgain ? [actor.id] : []
  const request = found && { ...found, openTo, assigneeId: await assigneeOrLeads(tx, found), row: found }
  // They could take it and have seen it, so they may be told who has it now.
  if (request?.assigneeId && couldTake && !may(actor, "request.acknowledge", request)) throw await isElsewhere(tx, id)
  authorize(actor, "request.acknowledge", request)
  const { assigneeId, joinedTo, status } = request.row
  if (!isOpen(status)) throw new AppError("conflict", "This request has already ended.")
  const isTheirs = assigneeId === actor.id || (assigneeId !== null && actsForAssignee(actor, askedAgain))
  if (isDone && assigneeId && !isTheirs) throw await isElsewhere(tx, id)
  const isUnread = !isDone && seen !== undefined && seen < toldVersion
  if (isUnread && askedAgain) throw await isNews(tx, id)
  if (!isTheirs) await takeOver(tx, actor, request.row)
  else if (!isDone) await raiseVersion(tx, id)
  if (joinedTo) {
    await separate(tx, actor, { id, joinedTo })
    await tx.execute(offerSql({ requestId: id, level: "qualified", candidate: { id: actor.id } }))
  }
  if (isUnread) await askForRest(tx, id, isTheirs ? assigneeId : actor.id)
  else if (!isDone) await acknowledge(tx, actor, id)
  const releases = request.row.priority === "emergency" && (await releaseReports(tx, id))
  return { frees: !isTheirs || releases }
}

/** Somebody has it from now on, and is asked to confirm what they have not read. */
async function askForRest(tx: AssignmentTx, id: string, assigneeId: string | null): Promise<void> {
  const candidate = assigneeId === null ? undefined : { id: assigneeId }
  await tx.execute(offerSql({ requestId: id, level: "qualified", candidate, round: 1, askedAgain: true }))
  await tx.execute(endRemindersSql(sql`${id}::uuid`))
}

const actsForAssignee = ({ role }: Actor, askedAgain: boolean): boolean =>
  role === "administrator" || (askedAgain && role === "supervisor")

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

const raiseVersion = (tx: AssignmentTx, id: string) =>
  tx
    .update(serviceRequests)
    .set({ version: sql`${serviceRequests.version} + 1`, updatedAt: sql`now()` })
    .where(eq(serviceRequests.id, id))

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
