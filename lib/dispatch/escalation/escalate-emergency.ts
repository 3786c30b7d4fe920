import { transaction } from "@/db/client"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import { escalate, findEmergencies, unansweredSql } from "./escalate-sql"

/**
 * The job at the end of an offer: unless somebody has acknowledged the emergency, it goes on to the next. Done twice it
 * does nothing the second time, since then it is another offer that runs.
 */
export function escalateEmergency({ requestId, offer }: Jobs["escalate_emergency"]): Promise<void> {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const [emergency] = await findEmergencies(tx, unansweredSql(requestId, offer))
    if (!emergency) return
    const { crew } = await readSnapshot(tx)
    await escalate(tx, crew, emergency)
    // Whoever has it no more may have room for what waits.
    await assignQueue(tx)
  })
}
