import type { z } from "zod"
import { transaction } from "@/db/client"
import { takeRequest } from "@/lib/dispatch/acknowledge-request"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import type { Actor } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { permit } from "@/lib/model/policy"
import type { TakenTogether, Together } from "./contract"

/**
 * Acknowledges several requests as `acknowledgeRequest` does for each, in one transaction. Returns which are the actor's
 * now, and why the others are not.
 * @throws AppError `forbidden` for customers.
 */
export function acknowledgeTogether(
  actor: Actor,
  { ids }: z.output<typeof Together>,
): Promise<z.output<typeof TakenTogether>> {
  permit(actor, "request.acknowledge")
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const [taken, left]: [string[], { id: string; reason: string }[]] = [[], []]
    for (const id of [...new Set(ids)].sort())
      try {
        await takeRequest(tx, actor, id)
        taken.push(id)
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown
        left.push({ id, reason: thrown.message })
      }
    await assignQueue(tx)
    return { taken, left }
  })
}
