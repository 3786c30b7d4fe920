import { asc, count, desc, eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { serviceRequests } from "@/db/schema/requests"
import type { AddedAbsence } from "./contract"

/** Who has requests that were somebody else's a moment ago, those with the most first, and how many of them nobody has. */
export async function whereTheyWent(
  tx: Tx,
  ids: readonly string[],
): Promise<Pick<AddedAbsence, "reassigned" | "unassigned">> {
  if (ids.length === 0) return { reassigned: [], unassigned: 0 }
  const rows = await tx
    .select({ id: accounts.id, name: accounts.name, requests: count() })
    .from(serviceRequests)
    .leftJoin(accounts, eq(accounts.id, serviceRequests.assigneeId))
    .where(sql`${serviceRequests.id} = any(${`{${ids.join()}}`}::uuid[])`)
    .groupBy(accounts.id, accounts.name)
    .orderBy(desc(count()), asc(accounts.name), asc(accounts.id))
  return {
    reassigned: rows.flatMap(({ id, name, requests }) => (id && name !== null ? [{ id, name, requests }] : [])),
    unassigned: rows.find(({ id }) => id === null)?.requests ?? 0,
  }
}
