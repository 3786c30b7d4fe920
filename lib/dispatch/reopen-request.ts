import { sql } from "drizzle-orm"
import { serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { unassign } from "@/lib/dispatch/assignment/unassign"
import { offerAgain } from "@/lib/dispatch/escalation/offer-again"
import type { Actor } from "@/lib/model/actor"
import type { Priority } from "@/lib/model/category"
import { authorSql } from "@/lib/requests/record-event"

interface Reopened {
  id: string
  assigneeId: string | null
  priority: Priority
}

/**
 * Moves a request back to open work. It stays with its assignee, or joins the unassigned queue if they left. The
 * escalation of an emergency begins anew, with its assignee if they are on duty. Throws whatever `move` throws.
 */
export const reopenRequest = (
  actor: Actor,
  request: Reopened,
  move: (tx: AssignmentTx) => Promise<void>,
): Promise<void> =>
  assigning(async (tx) => {
    await move(tx)
    await giveBack(tx, actor, request)
  })

/** Has a request that was just reopened go on with its assignee, or join the queue, which is to be assigned then. */
export async function giveBack(tx: AssignmentTx, actor: Actor, { id, assigneeId, priority }: Reopened): Promise<void> {
  const { all } = (await readSnapshot(tx)).candidates
  const isThere = all.some((it) => it.id === assigneeId)
  if (priority !== "emergency") {
    if (!isThere) await unassign(tx, sql`${serviceRequests.id} = ${id}`, authorSql(actor))
  } else if (!isThere || assigneeId !== actor.id) await offerAgain(tx, actor, { id, assigneeId })
}
