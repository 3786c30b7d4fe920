import { eq, sql } from "drizzle-orm"
import type { Tx } from "@/db/client"
import { serviceRequests } from "@/db/schema/requests"

/** Notes that a request has changed where what changed is kept elsewhere, so that it is listed among the changed ones. */
export const touchRequest = (tx: Tx, id: string) =>
  tx.update(serviceRequests).set({ updatedAt: sql`now()` }).where(eq(serviceRequests.id, id))
