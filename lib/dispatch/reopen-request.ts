import { eq, sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { assigning } from "@/lib/dispatch/assignment/assign-queue"
import { isOnDuty } from "@/lib/dispatch/assignment/candidate"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { unassign } from "@/lib/dispatch/assignment/unassign"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
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
    await offerAgain(tx, actor, request)
  })

async function offerAgain(tx: AssignmentTx, actor: Actor, { id, assigneeId, priority }: Reopened): Promise<void> {
  const { candidates } = await readSnapshot(tx)
  const candidate = candidates.all.find((it) => it.id === assigneeId)
  const isEmergency = priority === "emergency"
  if (isEmergency && candidate?.id === actor.id) return
  const anew = { offered: [], round: 1, roundAt: sql`clock_timestamp()` }
  if (isEmergency) await tx.update(emergencies).set(anew).where(eq(emergencies.requestId, id))
  if (!candidate || (isEmergency && !isOnDuty(candidate, candidates.at)))
    await unassign(tx, sql`${serviceRequests.id} = ${id}`, authorSql(actor))
  else if (isEmergency) await tx.execute(offerSql({ requestId: id, level: "qualified", candidate }))
}
