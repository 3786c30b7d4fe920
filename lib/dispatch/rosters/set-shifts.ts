import { eq, sql } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { shifts } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { findMember } from "@/lib/dispatch/staff/member"
import { type Actor, authorOf } from "@/lib/model/actor"
import { changedMeanwhile } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { Roster, WeekToSet } from "./contract"
import { readRoster } from "./get-roster"
import { settleRosters } from "./settle-rosters"

/**
 * Replaces the whole week of a member of staff, assigns the queue by it at once, and returns the roster.
 * @throws AppError `not_found` when there is no such member, `forbidden` unless the actor may edit their roster,
 * `conflict` when the version is not the current one.
 */
export function setShifts(actor: Actor, { id, shifts: wanted, version }: WeekToSet): Promise<Roster> {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const found = await findMember(tx, id)
    authorize(actor, "roster.edit", found)
    if (version !== undefined && version !== found.version) throw changedMeanwhile("This roster")
    await tx.delete(shifts).where(eq(shifts.accountId, id))
    if (wanted.length > 0) await tx.insert(shifts).values(wanted.map((shift) => ({ ...shift, accountId: id })))
    const next = { version: sql`${accounts.version} + 1` }
    const changed = one(await tx.update(accounts).set(next).where(eq(accounts.id, id)).returning())
    await settleRosters(tx, [id])
    const data = { shifts: wanted.map(inShort) }
    await audit(tx, authorOf(actor), { action: "roster.changed", subject: ["account", id], data })
    return readRoster(tx, changed)
  })
}

const inShort = ({ duty, weekday, startsAt, endsAt }: WeekToSet["shifts"][number]) =>
  `${duty} ${weekday} ${startsAt}-${endsAt}`
