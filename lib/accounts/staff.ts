import { and, asc, eq, sql } from "drizzle-orm"
import { db, type Executor, one, transaction } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { sessions } from "@/db/schema/sessions"
import { assignWaiting, lockAssignment, takeBack } from "@/lib/assignment/assign"
import type { Actor } from "@/lib/auth/actor"
import { changedMeanwhile } from "@/lib/errors"
import { toPage } from "@/lib/http/page"
import { authorize, permit } from "@/lib/policy"
import type { Category } from "@/lib/requests/category"
import type { AccountState } from "./role"

const member = {
  id: accounts.id,
  accountId: staff.accountId,
  name: accounts.name,
  email: accounts.email,
  phone: accounts.phone,
  role: accounts.role,
  state: accounts.state,
  version: accounts.version,
  available: staff.available,
  openRequests: staff.openRequests,
  capacity: staff.capacity,
  categories: staff.categories,
}

const selectStaff = (executor: Executor) =>
  executor.select(member).from(staff).innerJoin(accounts, eq(accounts.id, staff.accountId))

async function findMember(executor: Executor, id: string) {
  const [found] = await selectStaff(executor).where(eq(staff.accountId, id))
  return found
}

export async function listStaff(
  actor: Actor,
  { after, limit, state }: { after?: string; limit: number; state?: AccountState },
) {
  permit(actor, "staff.read")
  const onwards =
    after && sql`(${accounts.name}, ${accounts.id}) > (select name, id from ${accounts} where id = ${after})`
  const rows = await selectStaff(db)
    .where(and(onwards || undefined, state && eq(accounts.state, state)))
    .orderBy(asc(accounts.name), asc(accounts.id))
    .limit(limit + 1)
  return toPage(rows, limit)
}

export async function getStaff(actor: Actor, { id }: { id: string }) {
  const found = await findMember(db, id)
  authorize(actor, "staff.read", found)
  return found
}

interface StaffChange {
  id: string
  state?: AccountState
  capacity?: number
  categories?: Category[]
  version?: number
}

/**
 * Approves, disables, or sets what a person can take; whatever waits for such a person is assigned at once. Open work of
 * somebody who is active no more goes to others.
 */
export function editStaff(actor: Actor, { id, version, state, capacity, categories }: StaffChange) {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const found = await findMember(tx, id)
    authorize(actor, "staff.edit", found)
    if (version !== undefined && version !== found.version) throw changedMeanwhile("This account")
    await tx
      .update(accounts)
      .set({ state, version: sql`${accounts.version} + 1` })
      .where(eq(accounts.id, id))
    if (capacity !== undefined || categories)
      await tx.update(staff).set({ capacity, categories }).where(eq(staff.accountId, id))
    if (state === "disabled") await tx.update(sessions).set({ endedAt: new Date() }).where(eq(sessions.accountId, id))
    if (state && state !== "active") await tx.execute(takeBack(actor, found))
    await assignWaiting(tx)
    return one(await selectStaff(tx).where(eq(staff.accountId, id)))
  })
}

export async function getAvailability(actor: Actor) {
  const mine = await findMember(db, actor.id)
  authorize(actor, "availability.read", mine)
  return mine
}

/** Says whether the actor takes new requests; the queue is looked through at once. */
export function setAvailability(actor: Actor, { available }: { available: boolean }) {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    authorize(actor, "availability.edit", await findMember(tx, actor.id))
    await tx.update(staff).set({ available }).where(eq(staff.accountId, actor.id))
    if (available) await assignWaiting(tx)
    return one(await selectStaff(tx).where(eq(staff.accountId, actor.id)))
  })
}
