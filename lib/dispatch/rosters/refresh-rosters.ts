import { asc, between, gt, inArray, lte, or, type SQL, sql } from "drizzle-orm"
import { staff } from "@/db/schema/accounts"
import { absences, holidays, shifts } from "@/db/schema/dispatch"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { dayBefore, dayOf, type Span } from "@/lib/platform/calendar/local-time"
import { env } from "@/lib/runtime/env"
import { byAccount } from "./by-account"
import { firstOf, HORIZON, windowOf } from "./window"
import { WINDOWS, type Windows } from "./windows"

const DAY = 86_400_000
/** In days: absences that ended so recently may touch the one that is on, and count as one with it. */
const LOOK_BACK = 60

/**
 * Works out which shift, call and absence is on or comes next, of these accounts or of everybody. Writes only what
 * differs.
 */
export const refreshRosters = (tx: AssignmentTx, accountIds?: readonly string[]): Promise<void> =>
  refreshWhere(tx, accountIds && inArray(staff.accountId, [...accountIds]))

/** Does what `refreshRosters` does for everybody whose shift, call or absence is over, so that the next is found. */
export const refreshWhatIsOver = (tx: AssignmentTx): Promise<void> =>
  refreshWhere(tx, or(...[staff.shiftUntil, staff.onCallUntil, staff.absentUntil].map((until) => lte(until, NOW))))

/** Not `now()`, the beginning of the transaction, which may have waited for the lock since. */
const NOW = sql`clock_timestamp()`

async function refreshWhere(tx: AssignmentTx, whose: SQL | undefined): Promise<void> {
  const people = await tx
    .select({ accountId: staff.accountId, ...WINDOWS })
    .from(staff)
    .where(whose)
  if (people.length === 0) return
  const [{ at } = { at: Date.now() }] = await tx.execute<{ at: number }>(
    sql`select floor(extract(epoch from ${NOW}) * 1000)::float8 as at`,
  )
  const plan = await readPlan(
    tx,
    people.map(({ accountId }) => accountId),
    at,
  )
  const changed = people.flatMap(({ accountId, ...before }) => {
    const after = plan(accountId)
    return differ(before, after) ? [{ account_id: accountId, ...asColumns(after) }] : []
  })
  // A statement that changes no row still renews the version, and every process would read all candidates again.
  if (changed.length > 0) await write(tx, changed)
}

/** Reads the weeks, absences and holidays of these accounts; returns a function from an account to its windows. */
async function readPlan(tx: AssignmentTx, ids: string[], at: number) {
  const zone = env().TIME_ZONE
  const weekly = byAccount(await tx.select().from(shifts).where(inArray(shifts.accountId, ids)))
  const away = byAccount(
    await tx
      .select()
      .from(absences)
      .where(sql`${inArray(absences.accountId, ids)} and ${gt(absences.endsAt, new Date(at - LOOK_BACK * DAY))}`)
      .orderBy(asc(absences.startsAt)),
  )
  const days = [dayBefore(dayOf(at, zone)), dayOf(at + (HORIZON + 2) * DAY, zone)] as const
  const free = await tx
    .select()
    .from(holidays)
    .where(between(holidays.day, ...days))
  const except = new Set(free.map(({ day }) => day))

  return (id: string): Windows => {
    const plan = weekly.get(id) ?? []
    const onDuty = plan.filter(({ duty }) => duty === "shift")
    const onCall = plan.filter(({ duty }) => duty === "on_call")
    const absence = (away.get(id) ?? []).map(({ startsAt, endsAt }) => ({ from: +startsAt, until: +endsAt }))
    return asWindows(windowOf(onDuty, zone, at, except), windowOf(onCall, zone, at), firstOf(absence, at))
  }
}

const moment = (at: number | undefined): Date | null => (at === undefined ? null : new Date(at))

const asWindows = (shift?: Span, onCall?: Span, absence?: Span): Windows => ({
  shiftFrom: moment(shift?.from),
  shiftUntil: moment(shift?.until),
  onCallFrom: moment(onCall?.from),
  onCallUntil: moment(onCall?.until),
  absentFrom: moment(absence?.from),
  absentUntil: moment(absence?.until),
})

const NAMES = Object.keys(WINDOWS) as (keyof Windows)[]

const differ = (before: Windows, after: Windows): boolean =>
  NAMES.some((name) => before[name]?.getTime() !== after[name]?.getTime())

const asColumns = (windows: Windows) => Object.fromEntries(NAMES.map((name) => [WINDOWS[name].name, windows[name]]))

const COLUMNS = NAMES.map((name) => WINDOWS[name].name)
const SET = sql.raw(COLUMNS.map((column) => `${column} = fresh.${column}`).join())
const TYPES = sql.raw(COLUMNS.map((column) => `${column} timestamptz`).join())

async function write(tx: AssignmentTx, rows: readonly object[]): Promise<void> {
  await tx.execute(sql`
    update ${staff} set ${SET}
    from json_to_recordset(${JSON.stringify(rows)}::json) as fresh(account_id uuid, ${TYPES})
    where ${staff.accountId} = fresh.account_id`)
}
