import { and, eq, sql } from "drizzle-orm"
import { reading } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"
import type { Actor } from "@/lib/model/actor"
import { toPage } from "@/lib/model/page"
import { permit } from "@/lib/model/policy"
import type { AccountState, Role } from "@/lib/model/role"
import { afterByNameSql, BY_NAME, selectStaff, withDuty } from "./member"

interface StaffFilter {
  after?: string
  limit: number
  state?: AccountState
  role?: Role
  team?: string
}

/**
 * Returns a page of members of staff by name, each with their load and what they are doing at this moment.
 * @throws AppError `forbidden` unless the actor may read all staff.
 */
export async function listStaff(actor: Actor, { after, limit, state, role, team }: StaffFilter) {
  permit(actor, "staff.read")
  const rows = await selectStaff(reading)
    .where(
      and(
        afterByNameSql(after),
        state && eq(accounts.state, state),
        role && eq(accounts.role, role),
        team ? sql`lower(${staff.team}) = lower(${team})` : undefined,
      ),
    )
    .orderBy(...BY_NAME)
    .limit(limit + 1)
  return toPage(rows.map(withDuty), limit)
}
