import { type SQL, sql } from "drizzle-orm"
import { staff } from "@/db/schema/accounts"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignAll } from "@/lib/dispatch/assignment/assign-queue"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { spareCapacitySql } from "@/lib/dispatch/assignment/spare-capacity-sql"
import { unassign } from "@/lib/dispatch/assignment/unassign"
import type { RequestToAssign } from "@/lib/model/decision"
import { ON_CALL_NOW } from "./windows"

const PAGE = 200
const NOW = sql`clock_timestamp()`

/** Somebody whose next shift begins this soon keeps their work. */
const LONGEST_BREAK = sql`interval '2 hours'`

/** The assignee has a roster and by it is neither on shift, nor on a break between two shifts, nor on call. */
const OFF_SHIFT = sql`${staff.shiftUntil} is not null
  and ${NOW} not between ${staff.shiftFrom} - ${LONGEST_BREAK} and ${staff.shiftUntil}
  and not ${ON_CALL_NOW}`

/** Assigned by the rules, and not by hand: supervisors know what no rule does. */
const ASSIGNED_BY_RULES = sql`(select kind = 'assigned' from ${requestEvents} given
  where given.request_id = ${serviceRequests.id} and given.kind in ('assigned', 'reassigned')
  order by given.id desc limit 1)`

/**
 * Reassigns requests that were not begun when their assignee's shift ended to candidates on shift; a request that no
 * candidate can take stays where it is. Leaves emergencies alone: they are on offer, or somebody has acknowledged them.
 */
export async function reassignOffShift(tx: AssignmentTx): Promise<void> {
  const { candidates } = await readSnapshot(tx)
  let last: RequestToAssign | undefined
  for (let takeable = spareCapacitySql(candidates); takeable; takeable = last && spareCapacitySql(candidates)) {
    const page = await selectUnbegun(tx, takeable, last)
    const assignments = page.flatMap((request) => candidates.assign(request) ?? [])
    const ids = `{${assignments.map(({ requestId }) => requestId).join()}}`
    if (assignments.length > 0) await unassign(tx, sql`${serviceRequests.id} = any(${ids}::uuid[])`)
    await assignAll(tx, assignments)
    last = page[PAGE - 1]
  }
}

/** The next page of such requests, most urgent first. */
const selectUnbegun = (tx: AssignmentTx, takeable: SQL, last: RequestToAssign | undefined) =>
  tx.execute<RequestToAssign & Record<string, unknown>>(sql`
    select ${serviceRequests.id} as "requestId", category, priority, premises ->> 'postcode' as postcode
    from ${serviceRequests} join ${staff} on ${staff.accountId} = ${serviceRequests.assigneeId}
    where status = 'pending' and priority <> 'emergency' and ${takeable} and ${OFF_SHIFT} and ${ASSIGNED_BY_RULES}
      ${last ? sql`and (priority, ${serviceRequests.id}) > (${last.priority}::priority, ${last.requestId}::uuid)` : sql``}
    order by priority, ${serviceRequests.id} limit ${PAGE}
    for update of ${serviceRequests}`)
