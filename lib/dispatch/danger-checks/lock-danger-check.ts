import { eq, sql } from "drizzle-orm"
import { dangerChecks } from "@/db/schema/dispatch"
import { requestEvents } from "@/db/schema/requests"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import type { DangerCheckOutcome, Hazard } from "@/lib/model/hazard"
import { dangerEventSql } from "@/lib/requests/danger-event-sql"
import { lockRequest } from "@/lib/requests/lock-request"

interface LockedCheck extends NonNullable<Awaited<ReturnType<typeof lockRequest>>> {
  /** Null while it is open. */
  outcome: DangerCheckOutcome | null
  decidedBy: string | null
  isDue: boolean
  hazard: Hazard
}

/** A request that somebody has to check for danger, or had to, locked to the end of the transaction. */
export async function lockDangerCheck(tx: AssignmentTx, id: string): Promise<LockedCheck | undefined> {
  const request = await lockRequest(tx, id)
  const [check] = await tx
    .select({
      outcome: dangerChecks.outcome,
      decidedBy: dangerChecks.decidedBy,
      isDue: sql<boolean>`${dangerChecks.dueAt} <= clock_timestamp()`,
      hazard: sql<Hazard>`(select e.data ->> 'hazard' from ${requestEvents} e where e.id = ${dangerEventSql(id)})`,
    })
    .from(dangerChecks)
    .where(eq(dangerChecks.requestId, id))
  return request && check && { ...request, ...check }
}
