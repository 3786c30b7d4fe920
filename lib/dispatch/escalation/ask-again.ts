import { type SQL, sql } from "drizzle-orm"
import { requestEvents } from "@/db/schema/requests"
import { isOnDuty } from "@/lib/dispatch/assignment/candidate"
import type { Candidates } from "@/lib/dispatch/assignment/candidates"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import type { Actor } from "@/lib/model/actor"
import type { EscalationLevel } from "@/lib/model/escalation-level"
import type { EventData } from "@/lib/model/event"
import type { Status } from "@/lib/model/status"
import type { Unanswered } from "./lock-emergencies"
import { offerAgain } from "./offer-again"
import { offerSql } from "./offer-sql"

interface Held {
  id: string
  status: Status
  assigneeId: string | null
}

/**
 * Asks whoever has an emergency to confirm what came since they did. It stays theirs while they are on duty or at work on
 * it; otherwise its escalation begins anew. Nobody has acknowledged it until somebody does so again.
 */
export async function askAgain(tx: AssignmentTx, actor: Actor, { id, status, assigneeId }: Held): Promise<void> {
  const { candidates } = await readSnapshot(tx)
  const assignee = candidates.all.find((it) => it.id === assigneeId)
  const isThere = assignee !== undefined && isOnDuty(assignee, candidates.at)
  if (!assignee || (!isThere && status !== "in_progress")) return offerAgain(tx, actor, { id, assigneeId })
  const level = isThere ? "qualified" : "supervisors"
  await tx.execute(offerSql({ requestId: id, level, candidate: assignee, round: 1, askedAgain: true }))
}

/**
 * Whoever has an emergency has not confirmed in time what came since. They keep it: the supervisors on duty are told, then
 * all supervisors, and then they are asked once more, and so on.
 */
export async function remind(
  tx: AssignmentTx,
  candidates: Candidates,
  { requestId, from, rung, round, isRoundOver }: Unanswered,
): Promise<void> {
  const assignee = candidates.all.find(({ id }) => id === from)
  const readers = candidates.all
    .filter((it) => it.role === "supervisor" && it.id !== from && isOnDuty(it, candidates.at))
    .map(({ id }) => id)
  const level = isRoundOver ? "qualified" : rung === "qualified" && readers.length > 0 ? "supervisor" : "supervisors"
  const next = {
    requestId,
    level,
    candidate: assignee,
    askedAgain: true,
    ...(isRoundOver && { round: round + 1 }),
  } as const
  if (assignee) await tx.execute(remindedSql(requestId, level, assignee, next.round))
  await tx.execute(offerSql({ ...next, ...(level === "supervisor" && { readers }) }))
}

/** The event says that it was kept: it was passed on from whoever it is with. */
function remindedSql(
  requestId: string,
  rung: EscalationLevel,
  { id, name }: { id: string; name: string },
  round?: number,
): SQL {
  const data: EventData["escalated"] = { rung, assigneeId: id, assigneeName: name, from: id, ...(round && { round }) }
  return sql`
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    values (${requestId}, 'escalated', ${JSON.stringify(data)}::jsonb, false)`
}
