import { and, asc, gt, inArray, isNotNull, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { beforeSql, WINDOW } from "./empty-closed-requests"
import type { RetentionSpan } from "./retention-rule"

/** Removes network addresses from old timeline events, in batches; yields the rows of each batch. */
export async function* forgetEventAddresses(span: RetentionSpan, dry: boolean): AsyncGenerator<number> {
  let after = 0
  for (;;) {
    // By their numbers alone, which grow with time: looking for old ones would read all that are young.
    const rows = await db
      .select({
        id: requestEvents.id,
        address: requestEvents.address,
        isOld: sql<boolean>`${requestEvents.createdAt} < ${beforeSql(span)}`,
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
