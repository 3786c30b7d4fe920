import { sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { rosterVersions } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { unassignSql } from "@/lib/dispatch/assignment/unassign-sql"
import { env } from "@/lib/runtime/env"
import { reassignOffShift } from "./reassign-off-shift"
import { refreshRosters, refreshWhatIsOver } from "./refresh-rosters"

/**
 * Follows the rosters as time goes on: looks up what comes after what is over, or everything anew by another time zone;
 * takes back what those have not begun whose absence has begun; gives out what waits, and where there is room left hands
 * on what remained of shifts that are over. Harmless however often it is done, and by however many.
 */
export const followRosters = (): Promise<void> =>
  transaction(async (tx) => {
    await lockAssignment(tx)
    await refresh(tx)
    await takeFromAbsent(tx)
    await assignQueue(tx)
    await reassignOffShift(tx)
  })

async function refresh(tx: Tx): Promise<void> {
  const zone = env().TIME_ZONE
  const other = sql`${rosterVersions.zone} is distinct from ${zone}`
  const moved = await tx.update(rosterVersions).set({ zone }).where(other).returning({ id: rosterVersions.id })
  await (moved.length > 0 ? refreshRosters(tx) : refreshWhatIsOver(tx))
}

/** All but what a supervisor gave them during the absence, who knows what no rule does. */
const takeFromAbsent = (tx: Tx) =>
  tx.execute(
    unassignSql(sql`${serviceRequests.status} = 'pending'
      and clock_timestamp() between ${staff.absentFrom} and ${staff.absentUntil}
      and not exists (select 1 from ${requestEvents} given where given.request_id = ${serviceRequests.id}
        and given.kind = 'reassigned' and given.created_at >= ${staff.absentFrom})`),
  )
