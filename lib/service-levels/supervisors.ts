import { and, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts, staff } from "@/db/schema/accounts"

/** There and within their shift, if they have one, or on call; as emergencies see it that nobody else answers. */
const onDuty = sql<boolean>`
  (${staff.available} and coalesce(now() between ${staff.shiftFrom} and ${staff.shiftUntil}, true)
    or coalesce(now() between ${staff.onCallFrom} and ${staff.onCallUntil}, false))
  and not coalesce(now() between ${staff.absentFrom} and ${staff.absentUntil}, false)`

/** Whom to tell of what is late: the supervisors on duty, or all of them when nobody is. */
export async function supervisorsOnDuty(tx: Tx): Promise<string[]> {
  const all = await tx
    .select({ id: accounts.id, isOnDuty: onDuty })
    .from(accounts)
    .innerJoin(staff, eq(staff.accountId, accounts.id))
    .where(and(eq(accounts.role, "supervisor"), eq(accounts.state, "active")))
  const present = all.filter(({ isOnDuty }) => isOnDuty)
  return (present.length > 0 ? present : all).map(({ id }) => id)
}
