import { eq, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { assignWaiting } from "@/lib/dispatch/assignment/assign"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { isOnDuty } from "@/lib/dispatch/assignment/person"
import { readCrew } from "@/lib/dispatch/assignment/read-crew"
import { takingBack } from "@/lib/dispatch/assignment/take-back"
import { offering } from "@/lib/dispatch/escalation/offer"
import type { Actor } from "@/lib/model/actor"
import type { Priority } from "@/lib/model/category"
import { authorSql } from "@/lib/requests/record-event"

interface Reopened {
  id: string
  assigneeId: string | null
  priority: Priority
}

/**
 * Work that was over goes on with whom it was, unless they left: then it waits like any other. An emergency begins its
 * ladder anew, with them if they are there now.
 */
export function reopen(actor: Actor, request: Reopened, move: (tx: Tx) => Promise<void>): Promise<void> {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    await move(tx)
    await comeBack(tx, actor, request)
    await assignWaiting(tx)
  })
}

async function comeBack(tx: Tx, actor: Actor, { id, assigneeId, priority }: Reopened): Promise<void> {
  const { crew } = await readCrew(tx)
  const person = crew.people.find((it) => it.id === assigneeId)
  const isUrgent = priority === "emergency"
  if (isUrgent && person?.id === actor.id) return
  if (isUrgent) await tx.update(emergencies).set({ offered: [] }).where(eq(emergencies.requestId, id))
  if (!person || (isUrgent && !isOnDuty(person, crew.at)))
    await tx.execute(takingBack(sql`${serviceRequests.id} = ${id}`, authorSql(actor)))
  else if (isUrgent) await tx.execute(offering({ requestId: id, rung: "qualified", person }))
}
