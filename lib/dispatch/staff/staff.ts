import { and, eq, sql } from "drizzle-orm"
import { db, one, reading, transaction } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { assignQueue } from "@/lib/dispatch/assignment/assign-queue"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { unassignFromSql } from "@/lib/dispatch/assignment/unassign-sql"
import { dutyOf } from "@/lib/dispatch/rosters/duty-now"
import { endAllSessions } from "@/lib/identity/auth/sessions"
import { type Actor, authorOf } from "@/lib/model/actor"
import { changedMeanwhile } from "@/lib/model/errors"
import { toPage } from "@/lib/model/page"
import { authorize, permit } from "@/lib/model/policy"
import type { AccountState, Role } from "@/lib/model/role"
import { audit } from "@/lib/platform/audit/audit"
import { keepAnAdministrator } from "./last-administrator"
import { afterByName, BY_NAME, findMember, type Member, selectStaff } from "./member"
import { changesIn, type StaffChange } from "./staff-change"

interface Wanted {
  after?: string
  limit: number
  state?: AccountState
  role?: Role
  team?: string
}

const withDuty = (member: Member) => ({ ...member, duty: dutyOf(member) })

export async function listStaff(actor: Actor, { after, limit, state, role, team }: Wanted) {
  permit(actor, "staff.read")
  const rows = await selectStaff(reading)
    .where(
      and(
        afterByName(after),
        state && eq(accounts.state, state),
        role && eq(accounts.role, role),
        team ? sql`lower(${staff.team}) = lower(${team})` : undefined,
      ),
    )
    .orderBy(...BY_NAME)
    .limit(limit + 1)
  return toPage(rows.map(withDuty), limit)
}

export async function getStaff(actor: Actor, { id }: { id: string }) {
  const found = await findMember(db, id)
  authorize(actor, "staff.read", found)
  return withDuty(found)
}

/**
 * Approves, disables, gives another role, or sets what a person can take; whatever waits for such a person is assigned
 * at once. Open work of somebody who is active no more, or who became an administrator, goes to others.
 */
export function editStaff(actor: Actor, { id, version, ...wanted }: StaffChange & { id: string; version?: number }) {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const found = await findMember(tx, id)
    authorize(actor, "staff.edit", found)
    if (version !== undefined && version !== found.version) throw changedMeanwhile("This account")
    const changes = changesIn(found, wanted)
    await keepAnAdministrator(tx, found, changes)
    const { role, state, ...skills } = changes
    const risen = role === "administrator"
    const next = { role, state, version: sql`${accounts.version} + 1` }
    await tx.update(accounts).set(next).where(eq(accounts.id, id))
    // Work is never given to administrators, who could not say that they are away either.
    const work = { ...skills, ...(risen && { available: false }) }
    if (Object.keys(work).length > 0) await tx.update(staff).set(work).where(eq(staff.accountId, id))
    // Whoever gains the powers of an administrator shows again who they are.
    if (state === "disabled" || risen) await endAllSessions(tx, id)
    if (risen || (state && state !== "active")) await tx.execute(unassignFromSql(actor, found, "open"))
    if (Object.keys(changes).length > 0)
      await audit(tx, authorOf(actor), { action: "staff.edited", subject: ["account", id], data: { ...changes } })
    await assignQueue(tx)
    return withDuty(one(await selectStaff(tx).where(eq(staff.accountId, id))))
  })
}

export async function getAvailability(actor: Actor) {
  const mine = await findMember(db, actor.id)
  authorize(actor, "availability.read", mine)
  return withDuty(mine)
}

/** Says whether the actor takes new requests. What they have not begun goes to others when they do not. */
export function setAvailability(actor: Actor, { available }: { available: boolean }) {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const found = await findMember(tx, actor.id)
    authorize(actor, "availability.edit", found)
    if (found.available !== available) {
      await tx.update(staff).set({ available }).where(eq(staff.accountId, actor.id))
      await audit(tx, authorOf(actor), { action: "staff.edited", subject: ["account", actor.id], data: { available } })
    }
    if (!available) await tx.execute(unassignFromSql(actor, found, "uncalled"))
    await assignQueue(tx)
    return withDuty(one(await selectStaff(tx).where(eq(staff.accountId, actor.id))))
  })
}
