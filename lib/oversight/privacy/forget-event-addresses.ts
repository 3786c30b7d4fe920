import { and, asc, gt, inArray, isNotNull, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import { before, WINDOW } from "./empty-closed-requests"
import type { Span } from "./retention-rule"

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
