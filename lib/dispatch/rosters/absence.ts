import { and, eq, gt, sql } from "drizzle-orm"
import { absences } from "@/db/schema/dispatch"
import { AppError } from "@/lib/model/errors"
import type { Absence } from "./contract"
import { endOrNull } from "./open-end"

/** In milliseconds. */
const FURTHEST = 5 * 366 * 86_400_000

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

/** An absence as it is answered, from `ABSENCE`. */
export const absenceOf = <Row extends { until: Date }>(row: Row): Row & Pick<Absence, "until"> => ({
  ...row,
  until: endOrNull(row.until),
})

/** @throws AppError `invalid` when a field of an absence is too far ahead. */
export function checkNear(field: "from" | "until", moment: Date): void {
  if (moment.getTime() > Date.now() + FURTHEST) throw mistaken(field, "Enter a date within the next five years")
}

export const mistaken = (field: string, message: string) =>
  new AppError("invalid", message, { fields: { [field]: message } })
