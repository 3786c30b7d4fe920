import { count } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { absences } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { unassignFrom } from "@/lib/dispatch/assignment/unassign"
import { findMember } from "@/lib/dispatch/staff/member"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { ABSENCE, absenceOf, checkNear, mistaken, notOverSql } from "./absence"
import type { AbsenceToAdd } from "./contract"
import { dutyOf } from "./duty-now"
import { OPEN_END } from "./open-end"
import { settleRosters } from "./settle-rosters"
import { whereTheyWent } from "./where-they-went"

const MOST_AHEAD = 100
/**
 * Says when a member of staff is not there, without an end until somebody sets one, and returns the absence. If it has begun, requests that they have not begun
 * go to others at once, and those that they have begun as well if it is asked for: returns to whom, and how many nobody could take.
 * @throws AppError `not_found` when there is no such member, `forbidden` unless the actor may edit their roster,
 * `invalid` when it is over already, begins or ends too far ahead or has not begun and is to move what they have begun, `conflict` when they have too many absences ahead.
 */
export function addAbsence(actor: Actor, { id, from, until, reason, started = "keep" }: AbsenceToAdd) {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const found = await findMember(tx, id)
    authorize(actor, "roster.edit", found)
    if (until && until.getTime() <= Date.now()) throw mistaken("until", "Enter an end in the future")
    if (until) checkNear("until", until)
    else checkNear("from", from)
    const isBegun = from.getTime() <= Date.now()
    const movesStarted = started === "reassign"
    if (movesStarted && !isBegun)
      throw mistaken("started", "Requests already started can be reassigned once the absence has begun")
    const { ahead } = one(await tx.select({ ahead: count() }).from(absences).where(notOverSql(id)))
    if (ahead >= MOST_AHEAD) throw new AppError("conflict", `A person can have up to ${MOST_AHEAD} upcoming absences.`)
    const values = { accountId: id, startsAt: from, endsAt: until ?? OPEN_END, reason: reason || null }
    const added = absenceOf(one(await tx.insert(absences).values(values).returning(ABSENCE)))
    // Somebody who is absent already has only what a supervisor assigned to them by hand since: they keep it.
    const frees = isBegun && (movesStarted || dutyOf(found).state !== "absent")
    const freed = frees ? await unassignFrom(tx, actor, found, movesStarted ? "open" : "unbegun") : []
    await settleRosters(tx, [id])
    const data = { absenceId: added.id, from, until: added.until }
    await audit(tx, authorOf(actor), { action: "absence.added", subject: ["account", id], data })
    return { ...added, ...(await whereTheyWent(tx, freed)) }
  })
}
