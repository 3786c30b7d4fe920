import { eq } from "drizzle-orm"
import { type Executor, one } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { isIn, type Person } from "@/lib/assignment/person"
import type { DutyNow } from "./contract"
import { spansOf, WINDOWS } from "./windows"

export async function readDuty(executor: Executor, accountId: string): Promise<DutyNow> {
  const columns = { available: staff.available, ...WINDOWS }
  const row = one(await executor.select(columns).from(staff).where(eq(staff.accountId, accountId)))
  return dutyNow({ available: row.available, ...spansOf(row) }, Date.now())
}

type Windows = Pick<Person, "available" | "shift" | "onCall" | "absence">

/** Whoever has no shift at all works whenever they are available; one that is over means that none is near. */
export function dutyNow({ available, shift, onCall, absence }: Windows, at: number): DutyNow {
  if (absence && isIn(absence, at)) return until("absent", absence.until)
  if (available && shift && isIn(shift, at)) return until("on_shift", shift.until)
  if (onCall && isIn(onCall, at)) return until("on_call", onCall.until)
  if (!available) return until("away")
  if (!shift) return until("on_shift")
  return { state: "off_shift", from: shift.from > at ? new Date(shift.from) : null, until: null }
}

const until = (state: DutyNow["state"], end?: number): DutyNow => ({
  state,
  from: null,
  until: end === undefined ? null : new Date(end),
})
