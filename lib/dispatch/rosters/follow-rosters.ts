import { sql } from "drizzle-orm"
import { transaction } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { rosterVersions } from "@/db/schema/dispatch"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { type AssignmentTx, lockAssignment } from "@/lib/dispatch/assignment/lock"
import { unassign } from "@/lib/dispatch/assignment/unassign"
import { env } from "@/lib/runtime/env"
import { reassignOffShift } from "./reassign-off-shift"
import { refreshRosters, refreshWhatIsOver } from "./refresh-rosters"

/**
 * The recurring job that follows the rosters as time goes on. It finds the shift, call or absence that comes after one
 * that is over (all of them when the time zone was changed), unassigns requests not begun from those whose absence has
 * begun, assigns the queue, and, while there is spare capacity, reassigns what was left at the end of shifts. Several
 * processes may run it at once and as often as they like.
 */
export const followRosters = (): Promise<void> =>
  transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    await refresh(tx)
    await unassignFromAbsent(tx)
    await assignQueue(tx)
    await reassignOffShift(tx)
  })

async function refresh(tx: AssignmentTx): Promise<void> {
  const zone = env().TIME_ZONE
  const other = sql`${rosterVersions.zone} is distinct from ${zone}`
  const moved = await tx.update(rosterVersions).set({ zone }).where(other).returning({ id: rosterVersions.id })
  await (moved.length > 0 ? refreshRosters(tx) : refreshWhatIsOver(tx))
}

/** Leaves what a supervisor assigned to them by hand during the absence: supervisors know what no rule does. */
const unassignFromAbsent = (tx: AssignmentTx) =>
  unassign(
    tx,
    sql`${serviceRequests.status} = 'pending'
      and clock_timestamp() between ${staff.absentFrom} and ${staff.absentUntil}
      and not exists (select 1 from ${requestEvents} given where given.request_id = ${serviceRequests.id}
        and given.kind = 'reassigned' and given.created_at >= ${staff.absentFrom})`,
  )
