import { and, eq, gt, sql } from "drizzle-orm"
import { absences } from "@/db/schema/dispatch"

/** The columns of an absence that leave the database. */
export const ABSENCE = {
  id: absences.id,
  accountId: absences.accountId,
  from: absences.startsAt,
  until: absences.endsAt,
  reason: absences.reason,
}

/** True of this account's absences that are not over. */
export const notOverSql = (accountId: string) => and(eq(absences.accountId, accountId), gt(absences.endsAt, sql`now()`))
