import { and, eq, sql } from "drizzle-orm"
import { db } from "@/db/client"
import { requestEvents } from "@/db/schema/requests"
import type { Actor } from "@/lib/model/actor"

/** The reference of a request of the actor that has been deleted; undefined when there was none with this id. */
export async function findDeleted(actor: Actor, id: string): Promise<string | undefined> {
  const [found] = await db
    .select({ reference: sql<string>`${requestEvents.data} ->> 'reference'` })
    .from(requestEvents)
    .where(
      and(
        eq(requestEvents.requestId, id),
        eq(requestEvents.kind, "deleted"),
        sql`${requestEvents.data} ->> 'customerId' = ${actor.id}`,
      ),
    )
  return found?.reference
}
