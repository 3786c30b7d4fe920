import { eq, sql } from "drizzle-orm"
import { dangerChecks } from "@/db/schema/dispatch"
import { requestEvents } from "@/db/schema/requests"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { type Actor, authorOf } from "@/lib/model/actor"
import type { DangerCheckOutcome } from "@/lib/model/hazard"
import { touchRequest } from "@/lib/requests/touch-request"
import type { lockDangerCheck } from "./lock-danger-check"
import { raiseRequest } from "./raise-request"

type LockedCheck = NonNullable<Awaited<ReturnType<typeof lockDangerCheck>>>

/**
 * Writes down the answer to an open check, in the name of nobody where nobody gave one. Unless it is that there is no
 * danger, the request becomes an emergency; whoever calls assigns the queue afterwards.
 */
export async function answerCheck(
  tx: AssignmentTx,
  actor: Actor | undefined,
  check: LockedCheck,
  outcome: DangerCheckOutcome,
): Promise<void> {
  const { id } = check
  const author = actor ? authorOf(actor) : {}
  await tx
    .update(dangerChecks)
    .set({ outcome, decidedBy: actor?.id ?? null, decidedAt: sql`clock_timestamp()` })
    .where(eq(dangerChecks.requestId, id))
  await tx
    .insert(requestEvents)
    .values({ requestId: id, ...author, kind: "checked", data: { outcome }, visibleToCustomer: true })
  if (outcome === "no_danger") await touchRequest(tx, id)
  else await raiseRequest(tx, actor, check)
}
