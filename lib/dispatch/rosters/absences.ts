import { and, asc, count, eq, gt, sql } from "drizzle-orm"
import { db, one, transaction } from "@/db/client"
import { absences } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { takeBack } from "@/lib/dispatch/assignment/take-back"
import { findMember } from "@/lib/dispatch/staff/member"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize, may } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { AbsenceToAdd } from "./contract"
import { dutyOf } from "./duty-now"
import { settleRosters } from "./settle"

const MOST_AHEAD = 100
const FURTHEST = 5 * 366 * 86_400_000

const absence = {
  id: absences.id,
  accountId: absences.accountId,
  from: absences.startsAt,
  until: absences.endsAt,
  reason: absences.reason,
}

const aheadOf = (id: string) => and(eq(absences.accountId, id), gt(absences.endsAt, sql`now()`))

export async function listAbsences(actor: Actor, { id }: { id: string }) {
  const found = await findMember(db, id)
  authorize(actor, "roster.read", found)
  const rows = await db.select(absence).from(absences).where(aheadOf(id)).orderBy(asc(absences.startsAt))
  const isTold = may(actor, "roster.edit", found)
  return { items: rows.map(({ reason, ...rest }) => ({ ...rest, reason: isTold ? reason : null })) }
}

/** Says when somebody is not there. If that is now, what they have not begun goes to others at once. */
export function addAbsence(actor: Actor, { id, from, until, reason }: AbsenceToAdd) {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const found = await findMember(tx, id)
    authorize(actor, "roster.edit", found)
    if (until.getTime() <= Date.now()) throw mistaken("until", "Enter an end in the future")
    if (until.getTime() > Date.now() + FURTHEST) throw mistaken("until", "Enter a date within the next five years")
    const { ahead } = one(await tx.select({ ahead: count() }).from(absences).where(aheadOf(id)))
    if (ahead >= MOST_AHEAD) throw new AppError("conflict", `A person can have up to ${MOST_AHEAD} upcoming absences.`)
    const values = { accountId: id, startsAt: from, endsAt: until, reason: reason || null }
    const added = one(await tx.insert(absences).values(values).returning(absence))
    // Of whoever is absent already it was taken back; what they have since was given to them by a supervisor.
    if (from.getTime() <= Date.now() && dutyOf(found).state !== "absent")
      await tx.execute(takeBack(actor, found, "unbegun"))
    await settleRosters(tx, [id])
    const data = { absenceId: added.id, from, until }
    await audit(tx, authorOf(actor), { action: "absence.added", subject: ["account", id], data })
    return added
  })
}

const mistaken = (field: string, message: string) => new AppError("invalid", message, { fields: { [field]: message } })

export function deleteAbsence(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const [found] = await tx.select(absence).from(absences).where(eq(absences.id, id))
    authorize(actor, "roster.edit", found)
    await tx.delete(absences).where(eq(absences.id, id))
    await settleRosters(tx, [found.accountId])
    const { accountId, from, until } = found
    const data = { absenceId: id, from, until }
    await audit(tx, authorOf(actor), { action: "absence.deleted", subject: ["account", accountId], data })
  })
}
