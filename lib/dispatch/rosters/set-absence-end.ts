import { eq } from "drizzle-orm"
import { one, transaction } from "@/db/client"
import { absences } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { type Actor, authorOf } from "@/lib/model/actor"
import { AppError } from "@/lib/model/errors"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { ABSENCE, absenceOf, checkNear, mistaken } from "./absence"
import type { AbsenceEnd } from "./contract"
import { settleRosters } from "./settle-rosters"

/**
 * Sets when an absence ends, and returns it. An end that is past is when the person came back: they are assigned
 * requests again at once.
 * @throws AppError `not_found` when there is no such absence, `forbidden` unless the actor may edit the roster,
 * `invalid` when it would end before it begins or too far ahead, `conflict` when it is over.
 */
export function setAbsenceEnd(actor: Actor, { id, until }: AbsenceEnd) {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const [found] = await tx.select(ABSENCE).from(absences).where(eq(absences.id, id))
    authorize(actor, "roster.edit", found)
    if (found.until.getTime() <= Date.now()) throw new AppError("conflict", "This absence is over. Add another one.")
    if (until <= found.from) throw mistaken("until", "The end must be after the start")
    checkNear("until", until)
    const set = { endsAt: until }
    const changed = absenceOf(one(await tx.update(absences).set(set).where(eq(absences.id, id)).returning(ABSENCE)))
    await settleRosters(tx, [found.accountId])
    const data = { absenceId: id, from: found.from, until }
    await audit(tx, authorOf(actor), { action: "absence.changed", subject: ["account", found.accountId], data })
    return changed
  })
}
