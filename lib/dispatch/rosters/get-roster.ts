import { asc, eq } from "drizzle-orm"
import { db, type Executor, one } from "@/db/client"
import { staff } from "@/db/schema/accounts"
import { shifts } from "@/db/schema/dispatch"
import { findMember, type Member } from "@/lib/dispatch/staff/member"
import type { Actor } from "@/lib/model/actor"
import { authorize } from "@/lib/model/policy"
import { env } from "@/lib/runtime/env"
import type { Roster } from "./contract"
import { endOrNull } from "./open-end"
import { WINDOWS } from "./windows"

/**
 * Returns the week of a member of staff, and the shift, call and absence that are on or come next.
 * @throws AppError `not_found` when there is no such member or the actor may not see their roster.
 */
export async function getRoster(actor: Actor, { id }: { id: string }): Promise<Roster> {
  const found = await findMember(db, id)
  authorize(actor, "roster.read", found)
  return readRoster(db, found)
}

/** The roster of an account, for verbs that have authorised already. */
export async function readRoster(executor: Executor, { id, version }: Pick<Member, "id" | "version">): Promise<Roster> {
  const windows = one(await executor.select(WINDOWS).from(staff).where(eq(staff.accountId, id)))
  return {
    timeZone: env().TIME_ZONE,
    shifts: await readShifts(executor, id),
    shift: windowOf(windows.shiftFrom, windows.shiftUntil),
    onCall: windowOf(windows.onCallFrom, windows.onCallUntil),
    absence: openWindowOf(windows.absentFrom, windows.absentUntil),
    version,
  }
}

/** A window that is over is kept only to show that there is a roster, and is not shown. */
const windowOf = (from: Date | null, until: Date | null) =>
  from && until && until.getTime() > Date.now() ? { from, until } : null

function openWindowOf(from: Date | null, until: Date | null): Roster["absence"] {
  const window = windowOf(from, until)
  return window && { from: window.from, until: endOrNull(window.until) }
}

async function readShifts(executor: Executor, id: string): Promise<Roster["shifts"]> {
  const rows = await executor
    .select({ duty: shifts.duty, weekday: shifts.weekday, startsAt: shifts.startsAt, endsAt: shifts.endsAt })
    .from(shifts)
    .where(eq(shifts.accountId, id))
    .orderBy(asc(shifts.weekday), asc(shifts.startsAt), asc(shifts.duty))
  return rows.map(({ startsAt, endsAt, ...rest }) => ({ ...rest, startsAt: clock(startsAt), endsAt: clock(endsAt) }))
}

/** The database writes times with seconds, which are always zero. */
const clock = (time: string): string => time.slice(0, 5)
