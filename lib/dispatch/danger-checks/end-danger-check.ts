import { transaction } from "@/db/client"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { isOpen } from "@/lib/model/status"
import type { Jobs } from "@/lib/platform/jobs/enqueue"
import { answerCheck } from "./answer-check"
import { lockDangerCheck } from "./lock-danger-check"

/**
 * The job at the end of a check: unless somebody has answered it, the request becomes an emergency. Run twice, it does
 * nothing the second time, and nothing before the check is due.
 */
export function endDangerCheck({ requestId }: Jobs["end_danger_check"]): Promise<void> {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const check = await lockDangerCheck(tx, requestId)
    if (!check || check.outcome || !check.isDue || !isOpen(check.status)) return
    await answerCheck(tx, undefined, check, "unanswered")
    await assignQueue(tx)
  })
}
