import { eq } from "drizzle-orm"
import { transaction } from "@/db/client"
import { holidays } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { settleRosters } from "./settle-rosters"

/**
 * Makes a holiday a day like any other.
 * @throws AppError `not_found` when the day is no holiday, `forbidden` unless the actor may edit holidays.
 */
export function deleteHoliday(actor: Actor, { day }: { day: string }): Promise<void> {
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const [found] = await tx.select().from(holidays).where(eq(holidays.day, day))
    // A holiday belongs to nobody, so there is no owner to compare with.
    authorize(actor, "holiday.edit", found && {})
    await tx.delete(holidays).where(eq(holidays.day, day))
    await settleRosters(tx)
    await audit(tx, authorOf(actor), { action: "holiday.deleted", subject: ["holiday", day] })
  })
}
