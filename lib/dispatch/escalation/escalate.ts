import { transaction } from "@/db/client"
import { assignWaiting } from "@/lib/dispatch/assignment/assign"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readCrew } from "@/lib/dispatch/assignment/read-crew"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import { climb, findEmergencies, unanswered } from "./climb"

/**
 * The job at the end of an offer: unless somebody has acknowledged the emergency, it goes on to the next. Done twice it
 * does nothing the second time, since then it is another offer that runs.
 */
export function escalateEmergency({ requestId, offer }: Jobs["escalate_emergency"]): Promise<void> {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const [emergency] = await findEmergencies(tx, unanswered(requestId, offer))
    if (!emergency) return
    const { crew } = await readCrew(tx)
    await climb(tx, crew, emergency)
    // Whoever has it no more may have room for what waits.
    await assignWaiting(tx)
  })
}
