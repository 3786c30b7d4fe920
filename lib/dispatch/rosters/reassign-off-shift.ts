import { type SQL, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignAll } from "@/lib/dispatch/assignment/assign-queue"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { spareCapacitySql } from "@/lib/dispatch/assignment/spare-capacity-sql"
import { unassignSql } from "@/lib/dispatch/assignment/unassign-sql"
import type { RequestToAssign } from "@/lib/model/decision"
import { ON_CALL_NOW } from "./windows"

const AT_ONCE = 200
const NOW = sql`clock_timestamp()`

/** Whoever is back so soon goes on with what they have. */
const LONGEST_BREAK = sql`interval '2 hours'`

/** Whoever has a roster, and by it works no shift now nor after a break, and is not on call. */
const GONE_HOME = sql`${staff.shiftUntil} is not null
  and ${NOW} not between ${staff.shiftFrom} - ${LONGEST_BREAK} and ${staff.shiftUntil}
  and not ${ON_CALL_NOW}`

/** Given to them by a rule, and not by a supervisor, who knows what no rule does. */
const BY_RULE = sql`(select kind = 'assigned' from ${requestEvents} given
  where given.request_id = ${serviceRequests.id} and given.kind in ('assigned', 'reassigned')
  order by given.id desc limit 1)`

/**
 * What those have not begun whose shift is over goes to others who are there, if there are any; otherwise it stays with
 * whom it is. Emergencies are on their ladder, or with whoever said that they have them. The caller holds the assignment
 * lock.
 */
export async function reassignOffShift(tx: Tx): Promise<void> {
  const { crew } = await readSnapshot(tx)
  let after: RequestToAssign | undefined
  for (let room = spareCapacitySql(crew); room; room = after && spareCapacitySql(crew)) {
    const left = await unbegun(tx, room, after)
    const given = left.flatMap((need) => crew.give(need) ?? [])
    const ids = `{${given.map(({ requestId }) => requestId).join()}}`
    if (given.length > 0) await tx.execute(unassignSql(sql`${serviceRequests.id} = any(${ids}::uuid[])`))
    await assignAll(tx, given)
    after = left[AT_ONCE - 1]
  }
}

/** A page of it, most urgent first. */
const unbegun = (tx: Tx, room: SQL, after: RequestToAssign | undefined) =>
  tx.execute<RequestToAssign & Record<string, unknown>>(sql`
    select ${serviceRequests.id} as "requestId", category, priority, premises ->> 'postcode' as postcode
    from ${serviceRequests} join ${staff} on ${staff.accountId} = ${serviceRequests.assigneeId}
    where status = 'pending' and priority <> 'emergency' and ${room} and ${GONE_HOME} and ${BY_RULE}
      ${after ? sql`and (priority, ${serviceRequests.id}) > (${after.priority}::priority, ${after.requestId}::uuid)` : sql``}
    order by priority, ${serviceRequests.id} limit ${AT_ONCE}
    for update of ${serviceRequests}`)
