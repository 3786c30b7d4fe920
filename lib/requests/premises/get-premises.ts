import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm"
import { db, type Executor } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { customerPremises, meters, premisesRecords } from "@/db/schema/premises"
import { serviceRequests } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"
import { authorize, type Permission } from "@/lib/model/policy"

/**
 * The record of premises. Staff see those at which a request is assigned to them, open or not.
 * @throws AppError `not_found` when there are none or the actor may not see them
 */
export async function getPremises(actor: Actor, { id }: { id: string }) {
  await authorizePremises(db, actor, "premises.read", id)
  return readPremises(db, id)
}

/** Checks that the actor may do something with these premises. */
export async function authorizePremises(on: Executor, actor: Actor, permission: Permission, id: string): Promise<void> {
  const [found] = await selectAssigned(on, sql`${actor.id}`).where(eq(premisesRecords.id, id))
  authorize(actor, permission, found)
}

/** Premises as a resource: assigned to this person if a request there is. */
export function selectAssigned(on: Executor, person: SQL) {
  const theirs = on
    .select({ one: sql`1` })
    .from(serviceRequests)
    .where(and(eq(serviceRequests.premisesId, premisesRecords.id), eq(serviceRequests.assigneeId, person)))
  return on
    .select({ assigneeId: sql<string | null>`case when exists ${theirs} then ${person}::text end` })
    .from(premisesRecords)
}

/** The record as it is, for those who have been authorized. */
export async function readPremises(on: Executor, id: string) {
  const [record] = await on.select().from(premisesRecords).where(eq(premisesRecords.id, id))
  if (!record) throw new Error(`Premises ${id} no longer exist.`)
  const standing = await on.select().from(meters).where(eq(meters.premisesId, id)).orderBy(desc(meters.id)).limit(MOST)
  const people = await on
    .select({
      customer: { id: accounts.id, name: accounts.name },
      role: customerPremises.role,
      since: customerPremises.since,
      until: customerPremises.until,
    })
    .from(customerPremises)
    .innerJoin(accounts, eq(accounts.id, customerPremises.customerId))
    .where(eq(customerPremises.premisesId, id))
    .orderBy(sql`${customerPremises.until} desc nulls first`, asc(customerPremises.id))
    .limit(MOST)
  return { ...record, meters: standing, customers: people }
}

/** More than a block of flats under one address has. */
const MOST = 200
