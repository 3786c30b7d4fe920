import { asc, eq, gte } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { holidays } from "@/db/schema/dispatch"
import { lockAssignment } from "@/lib/dispatch/assignment/lock"
import { type Actor, authorOf } from "@/lib/model/actor"
import { authorize, permit } from "@/lib/model/policy"
import { audit } from "@/lib/platform/audit/audit"
import { dayOf } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import type { Holiday, HolidaysFrom } from "./contract"
import { settleRosters } from "./settle-rosters"

const MOST = 100

/** Holidays from a day on, today unless said, the soonest first; `next` is the day from which to go on. */
export async function listHolidays(actor: Actor, { from, limit = MOST }: HolidaysFrom) {
  permit(actor, "holiday.read")
  const first = from ?? dayOf(Date.now(), env().TIME_ZONE)
  const rows = await db
    .select()
    .from(holidays)
    .where(gte(holidays.day, first))
    .orderBy(asc(holidays.day))
    .limit(limit + 1)
  return { items: rows.slice(0, limit), next: rows[limit]?.day ?? null }
}

/** Makes a day a holiday, on which no shift begins, or calls it otherwise. */
export function setHoliday(actor: Actor, holiday: Holiday): Promise<Holiday> {
  permit(actor, "holiday.edit")
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const set = { name: holiday.name }
    await tx.insert(holidays).values(holiday).onConflictDoUpdate({ target: holidays.day, set })
    await settleRosters(tx)
    await audit(tx, authorOf(actor), { action: "holiday.set", subject: ["holiday", holiday.day] })
    return holiday
  })
}

export function deleteHoliday(actor: Actor, { day }: { day: string }): Promise<void> {
  return transaction(async (tx) => {
    await lockAssignment(tx)
    const [found] = await tx.select().from(holidays).where(eq(holidays.day, day))
    // Holidays are nobody's own.
    authorize(actor, "holiday.edit", found && {})
    await tx.delete(holidays).where(eq(holidays.day, day))
    await settleRosters(tx)
    await audit(tx, authorOf(actor), { action: "holiday.deleted", subject: ["holiday", day] })
  })
}
