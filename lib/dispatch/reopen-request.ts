import { eq, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { isOnDuty } from "@/lib/dispatch/assignment/candidate"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { unassignSql } from "@/lib/dispatch/assignment/unassign-sql"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
import type { Actor } from "@/lib/model/actor"
import type { Priority } from "@/lib/model/category"
import { author } from "@/lib/requests/record"

interface Reopened {
  id: string
  assigneeId: string | null
  priority: Priority
}

/**
 * Work that was over goes on with whom it was, unless they left: then it waits like any other. An emergency begins its
 * ladder anew, with them if they are there now.
 */
export function reopenRequest(actor: Actor, request: Reopened, move: (tx: Tx) => Promise<void>): Promise<void> {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    await move(tx)
    await offerAgain(tx, actor, request)
    await assignQueue(tx)
  })
}

async function offerAgain(tx: Tx, actor: Actor, { id, assigneeId, priority }: Reopened): Promise<void> {
  const { crew } = await readSnapshot(tx)
  const person = crew.people.find((it) => it.id === assigneeId)
  const isUrgent = priority === "emergency"
  if (isUrgent && person?.id === actor.id) return
  if (isUrgent) await tx.update(emergencies).set({ offered: [] }).where(eq(emergencies.requestId, id))
  if (!person || (isUrgent && !isOnDuty(person, crew.at)))
    await tx.execute(unassignSql(sql`${serviceRequests.id} = ${id}`, author(actor)))
  else if (isUrgent) await tx.execute(offerSql({ requestId: id, rung: "qualified", person }))
}
