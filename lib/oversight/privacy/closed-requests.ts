import { and, asc, eq, gt, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm"
import { db, transaction } from "@/db/client"
import { requestEvents, serviceRequests } from "@/db/schema/requests"
import { ERASED } from "@/lib/model/erased"
import { NEXT, STATUSES } from "@/lib/model/status"
import { discardFiles } from "@/lib/platform/storage/quarantine"
import { eraseRequestsById } from "./erase-history"
import type { Span } from "./rule"

/** How many rows are looked at in one go, whether or not there is anything to do with them. */
const WINDOW = 1000

/** Where a request stays: nobody works on it any more, and nobody ever will. */
const FINAL = STATUSES.filter((status) => NEXT[status].length === 0)

const before = (span: Span) => sql`now() - ${span}::interval`

/**
 * Empties requests that were closed or cancelled long ago of what people wrote and attached. What is left names nobody
 * but the account, which its owner may delete. Ids grow with time, so each status is read in their order, by its index.
 */
export async function* emptyClosedRequests(span: Span, dry: boolean): AsyncGenerator<number> {
  const isDue = and(
    inArray(serviceRequests.status, FINAL),
    sql`${serviceRequests.updatedAt} < ${before(span)}`,
    ne(serviceRequests.description, ERASED),
  )
  for (const status of FINAL) {
    let after: string | undefined
    do {
      const rows = await db
        .select({
          id: serviceRequests.id,
          isDue: sql<boolean>`${isDue}`,
          isOld: sql<boolean>`${serviceRequests.createdAt} < ${before(span)}`,
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

/** Looked at again under lock: somebody may have changed one meanwhile. */
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

/** Leaves out from where people did what timelines tell. */
export async function* forgetEventAddresses(span: Span, dry: boolean): AsyncGenerator<number> {
  let after = 0
  for (;;) {
    // By their numbers alone, which grow with time: looking for old ones would read all that are young.
    const rows = await db
      .select({
        id: requestEvents.id,
        address: requestEvents.address,
        isOld: sql<boolean>`${requestEvents.createdAt} < ${before(span)}`,
      })
      .from(requestEvents)
      .where(gt(requestEvents.id, after))
      .orderBy(asc(requestEvents.id))
      .limit(WINDOW)
    const known = rows.filter(({ address, isOld }) => isOld && address !== null).map(({ id }) => id)
    if (known.length > 0 && !dry)
      await db
        .update(requestEvents)
        .set({ address: null })
        .where(and(inArray(requestEvents.id, known), isNotNull(requestEvents.address)))
    yield known.length
    const last = rows.at(-1)
    if (!last?.isOld || rows.length < WINDOW) return
    after = last.id
  }
}
