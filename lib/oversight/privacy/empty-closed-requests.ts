import { and, asc, eq, gt, inArray, ne, type SQL, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"
import { ERASED } from "@/lib/model/erased"
import { NEXT_STATUSES, STATUSES } from "@/lib/model/status"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { eraseRequestsById } from "./erase-history"
import type { RetentionSpan } from "./retention-rule"

/** Rows looked at in one statement, whether or not they are due. */
export const WINDOW = 1000

/** Statuses that no request leaves. */
const FINAL = STATUSES.filter((status) => NEXT_STATUSES[status].length === 0)

export const beforeSql = (span: RetentionSpan) => sql`now() - ${span}::interval`

/**
 * Empties requests that were closed or cancelled long ago of what people wrote and attached. What is left names nobody
 * but the account, which its owner may delete. Ids grow with time, so each status is read in their order, by its index.
 */
export async function* emptyClosedRequests(span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
  const isDue = and(
    inArray(serviceRequests.status, FINAL),
    sql`${serviceRequests.updatedAt} < ${beforeSql(span)}`,
    ne(serviceRequests.description, ERASED),
  )
  for (const status of FINAL) {
    let after: string | undefined
    do {
      const rows = await db
        .select({
          id: serviceRequests.id,
          isDue: sql<boolean>`${isDue}`,
          isOld: sql<boolean>`${serviceRequests.createdAt} < ${beforeSql(span)}`,
        })
        .from(serviceRequests)
        .where(and(eq(serviceRequests.status, status), after ? gt(serviceRequests.id, after) : undefined))
        .orderBy(asc(serviceRequests.id))
        .limit(WINDOW)
      const due = rows.filter((row) => row.isDue).map(({ id }) => id)
      yield dry || due.length === 0 ? due.length : await empty(due, isDue)
      const last = rows.at(-1)
      after = rows.length === WINDOW && last?.isOld ? last.id : undefined
    } while (after)
  }
}

/** Empties the requests that are still due once they are locked, since another transaction may have changed them. */
async function empty(ids: string[], isDue: SQL | undefined): Promise<number> {
  const { files, count } = await transaction(async (tx) => {
    const found = await tx
      .select({ id: serviceRequests.id })
      .from(serviceRequests)
      .where(and(inArray(serviceRequests.id, ids), isDue))
      .orderBy(asc(serviceRequests.id))
      .for("update", { skipLocked: true })
    const locked = found.map(({ id }) => id)
    return { files: locked.length > 0 ? await eraseRequestsById(tx, locked) : [], count: locked.length }
  })
  await discardFiles(files.map(({ id }) => id))
  return count
}
