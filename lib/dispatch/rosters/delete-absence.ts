import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { absences } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { ABSENCE, absenceOf } from "./absence"
import { settleRosters } from "./settle-rosters"

/**
 * Deletes an absence; if it is on, the person is assigned requests again at once.
 * @throws AppError `not_found` when there is no such absence, `forbidden` unless the actor may edit the roster.
 */
export function deleteAbsence(actor: Actor, { id }: { id: string }): Promise<void> {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const [found] = await tx.select(ABSENCE).from(absences).where(eq(absences.id, id))
    authorize(actor, "roster.edit", found)
    await tx.delete(absences).where(eq(absences.id, id))
    await settleRosters(tx, [found.accountId])
    const { accountId, from, until } = absenceOf(found)
    const data = { absenceId: id, from, until }
    await audit(tx, authorOf(actor), { action: "absence.deleted", subject: ["account", accountId], data })
  })
}
