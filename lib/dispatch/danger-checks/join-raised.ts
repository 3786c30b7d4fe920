import { eq } from "drizzle-orm"
import { one } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import type { AssignmentTx } from "@/lib/dispatch/assignment/lock"
import { snapshotQuery } from "@/lib/dispatch/assignment/snapshot"
import type { Filer } from "@/lib/dispatch/reports/filer"
import { joinOf } from "@/lib/dispatch/reports/join-of"
import { joinSql } from "@/lib/dispatch/reports/join-sql"
import { OPEN_EMERGENCIES, openEmergenciesOf } from "@/lib/dispatch/reports/open-emergencies"

/** Of no source that has reported before. */
const NOBODYS: Filer = { filer: undefined, widerFiler: undefined }

/**
 * Has a request that has just become an emergency join the one it belongs to, and returns whether it did. What `isSaidSo` by
 * somebody who was asked is no repetition because others came from the same source.
 */
export async function joinRaised(tx: AssignmentTx, id: string, isSaidSo: boolean): Promise<boolean> {
  const { query, read } = snapshotQuery([], { reports: OPEN_EMERGENCIES })
  const row = one(await tx.execute(query))
  const raised = openEmergenciesOf(row.reports).find((it) => it.id === id)
  const others = read(row).reports.filter((it) => it.id !== id)
  const join = raised && joinOf(others, isSaidSo ? { ...raised, ...NOBODYS } : raised)
  if (!join) return false
  await tx.update(serviceRequests).set({ joinedTo: join.to }).where(eq(serviceRequests.id, id))
  await tx.insert(requestEvents).values({ requestId: id, kind: "joined", data: join, visibleToCustomer: true })
  for (const statement of joinSql(raised, join)) await tx.execute(statement)
  return true
}
