import { eq, sql } from "drizzle-orm"
import { emergencies } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { isOnDuty } from "@/lib/dispatch/assignment/candidate"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { unassign } from "@/lib/dispatch/assignment/unassign"
import type { Actor } from "@/lib/model/actor"
import { authorSql } from "@/lib/requests/record-event"
import { offerSql } from "./offer-sql"

/**
 * Begins the escalation of an emergency anew, with its assignee if they are on duty; otherwise it is unassigned, and
 * assigning the queue afterwards offers it to somebody who is. Nobody has acknowledged it until they do so again.
 */
export async function offerAgain(
  tx: AssignmentTx,
  actor: Actor,
  { id, assigneeId }: { id: string; assigneeId: string | null },
): Promise<void> {
  const anew = { offered: [], round: 1, roundAt: sql`clock_timestamp()` }
  await tx.update(emergencies).set(anew).where(eq(emergencies.requestId, id))
  const { candidates } = await readSnapshot(tx)
  const candidate = candidates.all.find((it) => it.id === assigneeId)
  if (candidate && isOnDuty(candidate, candidates.at))
    await tx.execute(offerSql({ requestId: id, level: "qualified", candidate }))
  else await unassign(tx, sql`${serviceRequests.id} = ${id}`, authorSql(actor))
}
