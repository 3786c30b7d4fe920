import { sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignWaiting, lockAssignment } from "@/lib/assignment/assign"
import { handOnFromGone } from "./hand-on"
import { refreshWhatIsOver } from "./refresh"

/**
 * Follows the rosters as time goes on: looks up what comes after what is over, takes back what those have not begun
 * whose absence has begun, hands on what is left of shifts that are over, and gives out what waits. Harmless however often it is done, and by however many.
 */
export const followRosters = (): Promise<void> =>
  transaction(async (tx) => {
    await lockAssignment(tx)
    await refreshWhatIsOver(tx)
    await takeFromAbsent(tx)
    await handOnFromGone(tx)
    await assignWaiting(tx)
  })

/** All but what a supervisor gave them during the absence, who knows what no rule does. */
const takeFromAbsent = (tx: Tx) =>
  tx.execute(sql`
    with absent as (
      select ${staff.accountId} as person, ${accounts.name}, ${staff.absentFrom} as since
      from ${staff} join ${accounts} on ${accounts.id} = ${staff.accountId}
      where clock_timestamp() between ${staff.absentFrom} and ${staff.absentUntil}
    ), freed as (
      update ${serviceRequests} set assignee_id = null, version = version + 1, updated_at = now()
      from absent where ${serviceRequests.assigneeId} = absent.person and ${serviceRequests.status} = 'pending'
        and not exists (select 1 from ${requestEvents} given where given.request_id = ${serviceRequests.id}
          and given.kind = 'reassigned' and given.created_at >= absent.since)
      returning ${serviceRequests.id}, absent.person, absent.name
    )
    insert into ${requestEvents} (request_id, kind, data, visible_to_customer)
    select id, 'unassigned', jsonb_build_object('assigneeId', person, 'assigneeName', name), true from freed`)
