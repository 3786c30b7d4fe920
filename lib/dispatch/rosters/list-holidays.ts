import { asc, gte } from "drizzle-orm"
import { db } from "@/db/client"
import { holidays } from "@/db/schema/dispatch"
import type { Actor } from "@/lib/model/actor"
import { permit } from "@/lib/model/policy"
import { dayOf } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import type { HolidaysFrom } from "./contract"

const MOST = 100

/**
 * Returns holidays from a day on (today unless said), the soonest first; `next` is the day to continue from.
 * @throws AppError `forbidden` unless the actor may read holidays.
 */
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
