import { eq, sql } from "drizzle-orm"
import { type Tx, transaction } from "@/db/client"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { assignWaiting } from "@/lib/assignment/assign"
import { lockAssignment } from "@/lib/assignment/lock"
import { isOnDuty } from "@/lib/assignment/person"
import { readCrew } from "@/lib/assignment/read-crew"
import { takingBack } from "@/lib/assignment/take-back"
import type { Actor } from "@/lib/auth/actor"
import { offering } from "@/lib/emergencies/offer"
import type { Priority } from "./category"
import { author } from "./record"

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
    await tx.execute(takingBack(sql`${serviceRequests.id} = ${id}`, author(actor)))
  else if (isUrgent) await tx.execute(offering({ requestId: id, rung: "qualified", person }))
}
