import { sql } from "drizzle-orm"
import { staff } from "@/db/schema/accounts"
import type { Span } from "@/lib/platform/calendar/local-time"

/** The columns that hold the shift, call and absence that are on or come next. */
export const WINDOWS = {
  shiftFrom: staff.shiftFrom,
  shiftUntil: staff.shiftUntil,
  onCallFrom: staff.onCallFrom,
  onCallUntil: staff.onCallUntil,
  absentFrom: staff.absentFrom,
  absentUntil: staff.absentUntil,
}
export type Windows = Record<keyof typeof WINDOWS, Date | null>

/** True of staff on call now. Not by `now()`, the beginning of the transaction, which may have waited for the lock since. */
export const ON_CALL_NOW = sql`coalesce(clock_timestamp() between ${staff.onCallFrom} and ${staff.onCallUntil}, false)`

/** The windows as spans in milliseconds since 1970. */
export const spansOf = (windows: Windows) => ({
  shift: span(windows.shiftFrom, windows.shiftUntil),
  onCall: span(windows.onCallFrom, windows.onCallUntil),
  absence: span(windows.absentFrom, windows.absentUntil),
})

const span = (from: Date | null, until: Date | null): Span | undefined =>
  from && until ? { from: from.getTime(), until: until.getTime() } : undefined
