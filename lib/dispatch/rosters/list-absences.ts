import { asc } from "drizzle-orm"
import { db } from "@/db/client"
import { absences } from "@/db/schema/dispatch"
import { findMember } from "@/lib/dispatch/staff/member"
import type { Actor } from "@/lib/model/actor"
import { authorize, may } from "@/lib/model/policy"
import { ABSENCE, absenceOf, notOverSql } from "./absence"

/**
 * Returns the absences of a member of staff that are not over, the soonest first. Reasons are null for actors who may
 * not edit the roster.
 * @throws AppError `not_found` when there is no such member or the actor may not see their roster.
 */
export async function listAbsences(actor: Actor, { id }: { id: string }) {
  const found = await findMember(db, id)
  authorize(actor, "roster.read", found)
  const rows = await db.select(ABSENCE).from(absences).where(notOverSql(id)).orderBy(asc(absences.startsAt))
  const seesReasons = may(actor, "roster.edit", found)
  return { items: rows.map(absenceOf).map(({ reason, ...rest }) => ({ ...rest, reason: seesReasons ? reason : null })) }
}
