import { eq, sql } from "drizzle-orm"
import { clockChecks } from "@/db/schema/dispatch"
import { serviceRequests } from "@/db/schema/requests"
import { Candidates } from "@/lib/dispatch/assignment/candidates"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { readSnapshot } from "@/lib/dispatch/assignment/snapshot"
import { unassign } from "@/lib/dispatch/assignment/unassign"
import { offerSql } from "@/lib/dispatch/escalation/offer-sql"
import type { Actor } from "@/lib/model/actor"
import type { Hazard } from "@/lib/model/hazard"
import type { Status } from "@/lib/model/status"
import { authorSql } from "@/lib/requests/record-event"
import { joinRaised } from "./join-raised"
import { qualifiedHazards } from "./qualified-hazards"

interface RequestToRaise {
  id: string
  status: Status
  assigneeId: string | null
  hazard: Hazard
}

/**
 * Makes a request an emergency. It is offered to its assignee first if they are qualified and on duty; otherwise it is
 * unassigned, and assigning the queue afterwards offers it to somebody who is, as any emergency. One that nobody works on
 * may join another, as it would have when it was filed.
 */
export async function raiseRequest(
  tx: AssignmentTx,
  actor: Actor | undefined,
  { id, status, assigneeId, hazard }: RequestToRaise,
): Promise<void> {
  await tx
    .update(serviceRequests)
    // Emergencies do not wait for their customer to confirm an address.
    .set({
      priority: "emergency",
      unconfirmed: false,
      version: sql`${serviceRequests.version} + 1`,
      updatedAt: sql`now()`,
    })
    .where(eq(serviceRequests.id, id))
  // Other times are promised from now on, of which nothing has been said yet.
  await tx.update(clockChecks).set({ warned: [], breached: [] }).where(eq(clockChecks.requestId, id))
  const leaves = async () => {
    await unassign(tx, sql`${serviceRequests.id} = ${id}`, actor && authorSql(actor))
  }
  if (status === "pending" && (await joinRaised(tx, id, actor !== undefined))) return leaves()
  if (!assigneeId) return
  const { all, rules, at } = (await readSnapshot(tx)).candidates
  const assignees = all.filter((it) => it.id === assigneeId)
  if (qualifiedHazards(new Candidates(assignees, rules, at)).includes(hazard))
    await tx.execute(offerSql({ requestId: id, level: "qualified", candidate: { id: assigneeId } }))
  else await leaves()
}
