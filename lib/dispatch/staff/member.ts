import { and, eq, inArray, type Placeholder, sql } from "drizzle-orm"
import type { Executor } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import { dutyOf } from "@/lib/dispatch/rosters/duty-now"
import { WINDOWS } from "@/lib/dispatch/rosters/windows"
import { MUST_ENROL } from "@/lib/identity/two-factor/must-enrol"
import { WORKING_ROLES } from "@/lib/model/role"

/** SQL: true of accounts that requests can be assigned to. */
export const ABLE_TO_WORK = and(eq(accounts.state, "active"), inArray(accounts.role, [...WORKING_ROLES]))

export const BY_NAME = [accounts.name, accounts.id] as const
/** Where a list by name continues after an account; from its beginning when no account is named. */
export const afterByNameSql = (id: string | Placeholder | undefined) =>
  id ? sql`(${accounts.name}, ${accounts.id}) > (select name, id from ${accounts} where id = ${id})` : undefined

const member = {
  id: accounts.id,
  accountId: staff.accountId,
  name: accounts.name,
  email: accounts.email,
  phone: accounts.phone,
  role: accounts.role,
  state: accounts.state,
  version: accounts.version,
  available: staff.available,
  openRequests: staff.openRequests,
  capacity: staff.capacity,
  categories: staff.categories,
  levels: staff.levels,
  areas: staff.areas,
  team: staff.team,
  mustEnrol: MUST_ENROL,
  ...WINDOWS,
}

/** A query for members of staff with their account and load, for callers to narrow down. */
export const selectStaff = (executor: Executor) =>
  executor.select(member).from(staff).innerJoin(accounts, eq(accounts.id, staff.accountId))

/** The member of staff with this account id, or undefined; authorises nobody. */
export async function findMember(executor: Executor, id: string) {
  const [found] = await selectStaff(executor).where(eq(staff.accountId, id))
  return found
}

export type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>

/** Adds what a member of staff is doing at this moment. */
export const withDuty = (member: Member) => ({ ...member, duty: dutyOf(member) })
