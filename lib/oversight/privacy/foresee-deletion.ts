import { and, asc, eq, not, type SQL, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { OPEN_ROWS, serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { DELETABLE } from "@/lib/requests/select-requests"
import { LIVE } from "./erase-history"

/**
 * The open requests that would block the deletion of the actor's account, those it would cancel, and those that may mean
 * danger and stay with the desk: their number and the first of them.
 * @throws AppError `forbidden` unless the actor is a customer.
 */
export async function foreseeDeletion(actor: Actor) {
  authorize(actor, "account.delete", { accountId: actor.id })
  const [pending, emergencies, worked] = await Promise.all([
    openOf(db, actor, sql`${DELETABLE} and not ${LIVE}`),
    openOf(db, actor, sql`${DELETABLE} and ${LIVE}`),
    openOf(db, actor, WORKED),
  ])
  return { pending, emergencies, worked }
}

/** Nobody reads a longer list of references. */
const MOST_NAMED = 20

/** Requests that block a deletion: somebody may be on the way to the customer. */
export const WORKED = not(DELETABLE)

export async function openOf(executor: Executor, actor: Actor, which: SQL) {
  const rows = await executor
    .select({ id: serviceRequests.id, reference: serviceRequests.reference, of: sql<number>`count(*) over ()::int` })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.customerId, actor.id), OPEN_ROWS, which))
    .orderBy(asc(serviceRequests.id))
    .limit(MOST_NAMED)
  return { count: rows[0]?.of ?? 0, first: rows.map(({ id, reference }) => ({ id, reference })) }
}
