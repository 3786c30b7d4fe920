import { transaction } from "@/db/client"
import { holidays } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { type Actor, authorOf } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import type { Holiday } from "./contract"
import { settleRosters } from "./settle-rosters"

/**
 * Makes a day a holiday, on which no shift begins, or changes its name. Returns the holiday.
 * @throws AppError `forbidden` unless the actor may edit holidays.
 */
export function setHoliday(actor: Actor, holiday: Holiday): Promise<Holiday> {
  permit(actor, "holiday.edit")
  return transaction(async (unlocked) => {
    const tx = await lockAssignment(unlocked)
    const set = { name: holiday.name }
    await tx.insert(holidays).values(holiday).onConflictDoUpdate({ target: holidays.day, set })
    await settleRosters(tx)
    await audit(tx, authorOf(actor), { action: "holiday.set", subject: ["holiday", holiday.day] })
    return holiday
  })
}
