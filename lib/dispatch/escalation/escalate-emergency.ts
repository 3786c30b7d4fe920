import { transaction } from "@/db/client"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import { escalate } from "./escalate"
import { lockEmergencies, unansweredSql } from "./lock-emergencies"

/**
 * The job at the end of an offer: unless somebody has acknowledged the emergency, it is offered to the next, and after
 * all supervisors it begins again. Run twice, it does nothing the second time, since by then another offer is the
 * current one.
 */
export function escalateEmergency({ requestId, offer }: Jobs["escalate_emergency"]): Promise<void> {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const [emergency] = await lockEmergencies(tx, unansweredSql(requestId, offer))
    if (!emergency) return
    const { candidates } = await readSnapshot(tx)
    await escalate(tx, candidates, emergency)
    // Those who did not answer have spare capacity now.
    await assignQueue(tx)
  })
}
