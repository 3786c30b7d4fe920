import { sql } from "drizzle-orm"
import { outsideCalls } from "@/db/call-under-way"
import { type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { escalate } from "@/lib/dispatch/escalation/escalate"
import { ABANDONED, lockEmergencies } from "@/lib/dispatch/escalation/lock-emergencies"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
import type { RequestToAssign } from "@/lib/model/decision"
import { REQUIRED_SKILL } from "@/lib/requests/required-skill-sql"
import { assignSql } from "./assign-sql"
import type { Candidates, NewAssignment } from "./candidates"
import { type AssignmentTx, lockAssignment } from "./lock"
import { UNASSIGNED, UNASSIGNED_FROM } from "./queue"
import { readSnapshot } from "./snapshot"
import { spareCapacitySql } from "./spare-capacity-sql"

const PAGE = 200

/**
 * Assigns the queue of unassigned requests, most urgent first, then oldest, as far as candidates are eligible.
 * Emergencies that no eligible candidate is left for are escalated.
 */
export async function assignQueue(tx: AssignmentTx): Promise<void> {
  const { candidates } = await readSnapshot(tx)
  let last: QueuedRequest | undefined
  do {
    const page = await selectUnassigned(tx, candidates, last)
    const assignments = page.flatMap(({ offered, ...request }) => candidates.assign(request, offered) ?? [])
    await assignAll(tx, assignments)
    last = page[PAGE - 1]
  } while (last)
  for (const emergency of await lockEmergencies(tx, ABANDONED)) await escalate(tx, candidates, emergency)
}

/**
 * Runs `work` in a transaction that holds the assignment lock from its beginning, and then assigns the queue. Returns
 * what `work` does, or what `read` finds once the queue is assigned.
 */
export function assigning<T>(work: (tx: AssignmentTx) => Promise<T>): Promise<T>
export function assigning<T>(
  work: (tx: AssignmentTx) => Promise<unknown>,
  read: (tx: AssignmentTx) => Promise<T>,
): Promise<T>
export function assigning(
  work: (tx: AssignmentTx) => Promise<unknown>,
  read?: (tx: AssignmentTx) => Promise<unknown>,
): Promise<unknown> {
  return transaction(async (unlocked: Tx) => {
    const tx = await lockAssignment(unlocked)
    const result = await work(tx)
    await assignQueue(tx)
    return read ? read(tx) : result
  })
}

/** Assigns the queue in a transaction of its own, for callers that hold no lock any more. */
export const drainQueue = (): Promise<void> => outsideCalls(() => assigning(async () => {}))

/** Writes down new assignments of unassigned requests, and makes an offer of each that is an emergency. */
export async function assignAll(tx: AssignmentTx, assignments: readonly NewAssignment[]): Promise<void> {
  if (assignments.length === 0) return
  await tx.execute(assignSql(assignments))
  for (const { requestId, priority, candidate } of assignments)
    if (priority === "emergency") await tx.execute(offerSql({ requestId, level: "qualified", candidate }))
}

interface QueuedRequest extends RequestToAssign {
  /** Account ids of those whom it was offered to in vain, if it is an emergency. */
  offered: string[]
}

/** The next page of unassigned requests that some candidate could take now. */
async function selectUnassigned(
  tx: AssignmentTx,
  candidates: Candidates,
  last: QueuedRequest | undefined,
): Promise<QueuedRequest[]> {
  const takeable = spareCapacitySql(candidates)
  if (!takeable) return []
  return tx.execute<QueuedRequest & Record<string, unknown>>(sql`
    select id as "requestId", ${REQUIRED_SKILL} as category, priority, premises ->> 'postcode' as postcode, coalesce((
      select to_json(offered) from ${emergencies} where request_id = ${serviceRequests.id}), '[]') as offered,
      ${UNASSIGNED_FROM} as "unassignedFrom"
    from ${serviceRequests}
    where ${UNASSIGNED} and ${takeable}
      ${last ? sql`and (priority, id) > (${last.priority}::priority, ${last.requestId}::uuid)` : sql``}
    order by priority, id limit ${PAGE}
    for update of ${serviceRequests}`)
}
