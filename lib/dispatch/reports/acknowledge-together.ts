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
  { ids, versions = [] }: z.output<typeof Together>,
): Promise<z.output<typeof TakenTogether>> {
  permit(actor, "request.acknowledge")
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const [taken, left]: [string[], { id: string; reason: string }[]] = [[], []]
    const seen = new Map(ids.map((id, i) => [id, versions[i]]))
    for (const id of [...seen.keys()].sort())
      try {
        await takeRequest(tx, actor, { id, version: seen.get(id) })
        taken.push(id)
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown
        left.push({ id, reason: thrown.message })
      }
    await assignQueue(tx)
    return { taken, left }
  })
}
